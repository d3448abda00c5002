package org.semblance.surveillance.unknown;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnknownSettingsTest {

    @Test
    void takes_no_similarity_that_makes_no_sense() {
        assertThat(new UnknownSettings(-0.1).groupingAbove()).isEqualTo(-0.1);
        assertThatThrownBy(() -> new UnknownSettings(0.6)).hasMessageContaining("grouping-above");
        assertThatThrownBy(() -> new UnknownSettings(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
