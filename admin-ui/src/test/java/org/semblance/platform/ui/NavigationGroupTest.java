package org.semblance.platform.ui;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NavigationGroupTest {

    @Test
    void the_order_of_a_view_tells_its_group() {
        assertThat(NavigationGroup.of(0)).isEqualTo(NavigationGroup.OVERVIEW);
        assertThat(NavigationGroup.of(199)).isEqualTo(NavigationGroup.RECOGNITION);
        assertThat(NavigationGroup.of(200)).isEqualTo(NavigationGroup.SURVEILLANCE);
        assertThat(NavigationGroup.of(499)).isEqualTo(NavigationGroup.ADMINISTRATION);
    }

    @Test
    void a_view_belongs_to_a_group() {
        assertThatThrownBy(() -> NavigationGroup.of(500)).hasMessageContaining("lies in no group");
    }
}
