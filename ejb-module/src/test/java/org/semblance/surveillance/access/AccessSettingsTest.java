package org.semblance.surveillance.access;

import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessSettingsTest {
    @Test
    void defaults_are_those_of_the_documentation() {
        var parameters = AccessSettings.class.getConstructors()[0].getParameters();

        assertThat(Stream.of(parameters).map(each -> each.getAnnotation(ConfigProperty.class)))
                .extracting(ConfigProperty::name, ConfigProperty::defaultValue)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("semblance.access.max-age", "PT24H"),
                        org.assertj.core.groups.Tuple.tuple("semblance.access.open-window", "PT10S"));
    }

    @ParameterizedTest
    @CsvSource({"PT59S, PT10S", "P31D, PT10S", "PT24H, PT0.5S", "PT24H, PT6M"})
    void refuses_what_is_out_of_bounds(Duration maxAge, Duration openWindow) {
        assertThatThrownBy(() -> new AccessSettings(maxAge, openWindow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("semblance.access");
    }
}
