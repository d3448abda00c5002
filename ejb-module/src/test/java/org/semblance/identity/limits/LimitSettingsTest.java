package org.semblance.identity.limits;

import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitSettingsTest {
    @Test
    void every_user_has_a_bucket_of_their_own() {
        var settings = new LimitSettings(600, 10_000);

        assertThat(settings.ofUser(new UUID(0, 1)))
                .isEqualTo(new Allowance("user:00000000-0000-0000-0000-000000000001", 600, 10_000));
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertThatThrownBy(() -> new LimitSettings(-1, 0)).hasMessageContaining("units-per-minute");
        assertThatThrownBy(() -> new LimitSettings(100_000_001, 0)).hasMessageContaining("units-per-minute");
        assertThatThrownBy(() -> new LimitSettings(0, -1)).hasMessageContaining("units-per-day");
    }
}
