package org.semblance.surveillance.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SurveillanceSettingsTest {

    @Test
    void each_server_has_a_spool_of_its_own_below_the_data() {
        var settings = new SurveillanceSettings("/data", 8, Duration.ofMinutes(1), Optional.empty(), 512, 200_000);

        assertThat(settings.spoolDirectory()).isEqualTo(Path.of("/data/spool/semblance"));
        assertThat(settings.spoolBytes()).isEqualTo(512L << 20);
    }

    @Test
    void what_cannot_work_stops_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, Duration.ofMinutes(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(8, Duration.ofDays(2), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(8, Duration.ofMinutes(1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveillanceSettings("/d", 8, Duration.ofMinutes(1), Optional.empty(), 1, -1));
    }

    private static SurveillanceSettings settings(int frames, Duration tolerance, long mebibytes) {
        return new SurveillanceSettings("/d", frames, tolerance, Optional.empty(), mebibytes, 10);
    }
}
