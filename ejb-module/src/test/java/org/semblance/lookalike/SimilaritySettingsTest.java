package org.semblance.lookalike;

import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimilaritySettingsTest {
    @Test
    void defaults_are_those_of_the_documentation() {
        var first = SimilaritySettings.class.getConstructors()[0].getParameters()[0];

        assertThat(first.getAnnotation(ConfigProperty.class).defaultValue()).isEqualTo("50000");
        assertThat(new SimilaritySettings(50_000, Optional.empty()).threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "500001, 1", "1, 0", "1, 257"})
    void refuses_what_is_out_of_bounds(int users, int threads) {
        assertThatThrownBy(() -> new SimilaritySettings(users, Optional.of(threads)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("semblance.similarity");
    }
}
