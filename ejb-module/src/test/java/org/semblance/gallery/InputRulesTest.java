package org.semblance.gallery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
        assertThatThrownBy(() -> rules(1.5, 0.05, 1))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("threshold"));
        assertThatThrownBy(() -> rules(0.4, Double.NaN, 1))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("margin"));
        assertThatThrownBy(() -> rules(0.4, 0.05, 0))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("min_faces"));
    }

    @Test
    void a_staff_gallery_decides_more_strictly_than_an_album() {
        var thresholds = Thresholds.of(0.3, 0.4, 0.5);

        DecisionRule staff = GalleryKind.STAFF.rules().decisionRule(thresholds);
        DecisionRule album = GalleryKind.ALBUM.rules().decisionRule(thresholds);

        assertThat(staff.threshold()).isCloseTo(0.7, within(1e-9));
        assertThat(album.threshold()).isEqualTo(0.4);
        assertThat(staff.minFaces()).isGreaterThan(album.minFaces());
    }

    @Test
    void a_threshold_of_the_gallerys_own_goes_before_the_models() {
        assertThat(rules(0.45, 0.1, 2).decisionRule(Thresholds.of(0.3, 0.4, 0.5)))
                .isEqualTo(new DecisionRule(0.45, 0.1, 2));
    }

    private static GalleryRules rules(double threshold, double margin, int minFaces) {
        var usual = GalleryKind.GENERAL.rules();
        return new GalleryRules(
                usual.kind(), usual.falseAcceptRate(), threshold, margin, 0.3, minFaces, usual.unknownFaces(), false);
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
