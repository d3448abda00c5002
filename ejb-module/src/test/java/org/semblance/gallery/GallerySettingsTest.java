package org.semblance.gallery;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GallerySettingsTest {

    @Test
    void somebody_deleted_can_be_brought_back_for_thirty_days_unless_told_otherwise() {
        Constructor<?> injected = Arrays.stream(GallerySettings.class.getConstructors())
                .filter(constructor -> constructor.getParameterCount() == 1)
                .findFirst()
                .orElseThrow();
        var property = injected.getParameters()[0].getAnnotation(ConfigProperty.class);

        assertThat(property.name()).isEqualTo("semblance.gallery.undo-period");
        assertThat(Duration.parse(property.defaultValue())).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void takes_no_time_that_makes_no_sense() {
        assertThat(new GallerySettings(Duration.ZERO).undoPeriod()).isZero();
        assertThatThrownBy(() -> new GallerySettings(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GallerySettings(Duration.ofDays(4000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
