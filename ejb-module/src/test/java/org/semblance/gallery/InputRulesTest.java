package org.semblance.gallery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InputRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-staff", "Staff", "staff/door", "staff door", "..", "ä"})
    void refuses_a_gallery_name_that_would_not_fit_an_address(String name) {
        assertThatThrownBy(() -> new GalleryName(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lower-case");
    }

    @Test
    void takes_a_gallery_name_of_sixty_three_characters_and_no_more() {
        assertThat(new GalleryName("a".repeat(63)).value()).hasSize(63);
        assertThatThrownBy(() -> new GalleryName("a".repeat(64))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refuses_numbers_outside_of_their_range_and_names_the_field() {
        assertThatThrownBy(() -> new NewGallery(new GalleryName("staff"), "Staff", 1.5, 0.05, 0.3))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("threshold"));
        assertThatThrownBy(() -> new NewGallery(new GalleryName("staff"), "Staff", null, Double.NaN, 0.3))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("margin"));
    }

    @Test
    void a_blank_name_is_no_name() {
        assertThat(new NewPerson("  ", "\t").name()).isNull();
        assertThat(new NewPerson(" Ada ", null).name()).isEqualTo("Ada");
    }

    @Test
    void refuses_control_characters_in_names() {
        assertThatThrownBy(() -> new NewPerson("Ada\u0007", null)).isInstanceOf(InvalidInputException.class);
    }
}
