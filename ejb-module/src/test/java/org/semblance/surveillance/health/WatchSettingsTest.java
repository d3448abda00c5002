package org.semblance.surveillance.health;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WatchSettingsTest {
    @Test
    void looks_often_enough_to_know_soon() {
        assertThat(new WatchSettings(Duration.ofSeconds(30)).betweenLooks()).isEqualTo(Duration.ofSeconds(5));
        assertThat(new WatchSettings(Duration.ofSeconds(3)).betweenLooks()).isEqualTo(Duration.ofMillis(500));
        assertThat(new WatchSettings(Duration.ofHours(1)).betweenLooks()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refuses_a_silence_that_is_none_or_for_ever() {
        assertThatThrownBy(() -> new WatchSettings(Duration.ofSeconds(2)))
                .hasMessageContaining("semblance.surveillance.silence");
        assertThatThrownBy(() -> new WatchSettings(Duration.ofDays(2)))
                .hasMessageContaining("semblance.surveillance.silence");
    }
}
