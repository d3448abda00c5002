package org.semblance.identity.keys;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeySettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void takes_what_is_configured() {
        var settings = new ApiKeySettings(DAY, DAY.multipliedBy(7), 3);

        assertThat(settings.lifetime()).isEqualTo(DAY);
        assertThat(settings.maxLifetime()).isEqualTo(DAY.multipliedBy(7));
        assertThat(settings.maxPerOwner()).isEqualTo(3);
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertThatThrownBy(() -> new ApiKeySettings(DAY, Duration.ZERO, 3)).hasMessageContaining("max-lifetime");
        assertThatThrownBy(() -> new ApiKeySettings(DAY, DAY.multipliedBy(4000), 3))
                .hasMessageContaining("max-lifetime");
        assertThatThrownBy(() -> new ApiKeySettings(DAY.multipliedBy(2), DAY, 3))
                .hasMessageContaining("keys.lifetime");
        assertThatThrownBy(() -> new ApiKeySettings(DAY, DAY, 0)).hasMessageContaining("max-per-owner");
    }
}
