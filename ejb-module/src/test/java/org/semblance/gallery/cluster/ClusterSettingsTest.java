package org.semblance.gallery.cluster;

import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterSettingsTest {
    @Test
    void defaults_are_those_of_the_documentation() {
        var constructor = ClusterSettings.class.getConstructors()[0];

        assertThat(constructor.getParameters())
                .extracting(parameter ->
                        parameter.getAnnotation(ConfigProperty.class).defaultValue())
                .containsExactly("5000", "PT20S");
    }

    @ParameterizedTest
    @CsvSource({"-1, PT1S", "100001, PT1S", "1, PT-1S", "1, PT5M1S"})
    void refuses_what_is_out_of_bounds(int faces, Duration patience) {
        assertThatThrownBy(() -> new ClusterSettings(faces, patience))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("semblance.cluster");
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 3", "1.1, 3", "NaN, 3", "0.5, 1", "0.5, 21"})
    void a_request_out_of_bounds_is_invalid(double similarity, int minFaces) {
        var gallery = new GalleryName("staff");

        assertThatThrownBy(() -> new ClusterRequest(gallery, similarity, minFaces))
                .isInstanceOf(InvalidInputException.class);
    }
}
