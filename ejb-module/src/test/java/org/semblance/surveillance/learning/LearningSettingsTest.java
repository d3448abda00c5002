package org.semblance.surveillance.learning;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LearningSettingsTest {

    @Test
    void learns_little_unless_told_otherwise() {
        var injected = Arrays.stream(LearningSettings.class.getConstructors())
                .filter(constructor -> constructor.getParameterCount() > 0)
                .findFirst()
                .orElseThrow();

        assertThat(Stream.of(injected.getParameters())
                        .map(parameter -> parameter.getAnnotation(ConfigProperty.class))
                        .map(property -> property.name() + "=" + property.defaultValue()))
                .containsExactly(
                        "semblance.surveillance.learning.threshold-above=0.15",
                        "semblance.surveillance.learning.margin-above=0.1",
                        "semblance.surveillance.learning.min-quality=0.6",
                        "semblance.surveillance.learning.min-liveness=0.8",
                        "semblance.surveillance.learning.same-from=0.95",
                        "semblance.surveillance.learning.max-faces=20",
                        "semblance.surveillance.learning.pause=PT1H");
    }

    @Test
    void takes_nothing_that_makes_no_sense() {
        assertThatThrownBy(() -> new LearningSettings(-0.1, 0, 0, 0, 0, 0, Duration.ZERO))
                .hasMessageContaining("threshold-above");
        assertThatThrownBy(() -> new LearningSettings(0, 0, 2, 0, 0, 0, Duration.ZERO))
                .hasMessageContaining("min-quality");
        assertThatThrownBy(() -> new LearningSettings(0, 0, 0, 0, 0, -1, Duration.ZERO))
                .hasMessageContaining("max-faces");
        assertThatThrownBy(() -> new LearningSettings(0, 0, 0, 0, 0, 1, Duration.ofDays(400)))
                .hasMessageContaining("pause");
    }
}
