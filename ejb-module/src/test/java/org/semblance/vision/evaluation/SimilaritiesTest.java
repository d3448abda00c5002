package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SimilaritiesTest {

    @Test
    void shares_are_counted_from_the_threshold_on() {
        var similarities = of(List.of(0.9, 0.8, 0.3), List.of(0.1, 0.2, 0.6));

        assertThat(similarities.trueAccepts(0.8)).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(similarities.trueAccepts(0.80001)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(similarities.falseAccepts(0.6)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(similarities.falseAccepts(-1)).isEqualTo(1);
        assertThat(similarities.falseAccepts(0.7)).isZero();
        assertThat(similarities.samePairs()).isEqualTo(3);
        assertThat(similarities.differentPairs()).isEqualTo(3);
    }

    @Test
    void a_threshold_is_the_lowest_that_keeps_the_rate() {
        List<Double> different = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            different.add(i / 1000.0);
        }
        var similarities = of(List.of(0.0985, 0.0975, 0.5, 0.05), different);

        double threshold = similarities.thresholdFor(0.01);

        // One of a hundred, the one of 0.099, may be accepted; the one of 0.098 may not.
        assertThat(threshold).isEqualTo(0.09801, within(1e-9));
        assertThat(similarities.falseAccepts(threshold)).isEqualTo(0.01);
        assertThat(similarities.trueAccepts(threshold)).isEqualTo(0.5);
        assertThat(similarities.thresholdFor(0.02)).isEqualTo(0.09701, within(1e-9));
    }

    @Test
    void too_few_pairs_tell_no_threshold() {
        var similarities = of(List.of(0.9), List.of(0.1, 0.2, 0.3));

        assertThat(similarities.thresholdFor(0.01)).isNaN();
        assertThat(of(List.of(), List.of()).areaUnderCurve()).isNaN();
        assertThat(of(List.of(0.5), List.of()).equalErrorRate()).isNaN();
        assertThat(of(List.of(0.5), List.of()).falseAccepts(0)).isNaN();
    }

    @Test
    void the_area_is_the_chance_that_the_same_person_looks_more_similar() {
        assertThat(of(List.of(0.9, 0.8, 0.3), List.of(0.1, 0.2, 0.6)).areaUnderCurve())
                .isEqualTo(8.0 / 9, within(1e-12));
        assertThat(of(List.of(0.5), List.of(0.5)).areaUnderCurve()).isEqualTo(0.5);
        assertThat(of(List.of(0.9, 1.0), List.of(-1.0, 0.0)).areaUnderCurve()).isEqualTo(1);
    }

    @Test
    void errors_are_equal_where_the_curve_crosses() {
        assertThat(of(List.of(0.9, 0.8, 0.3), List.of(0.1, 0.2, 0.6)).equalErrorRate())
                .isEqualTo(1.0 / 3, within(1e-12));
        assertThat(of(List.of(0.9, 1.0), List.of(-1.0, 0.0)).equalErrorRate()).isZero();
        assertThat(of(List.of(0.1), List.of(0.9)).equalErrorRate()).isEqualTo(1);
        // All alike: half of each is wrong, whatever is chosen.
        assertThat(of(List.of(0.5), List.of(0.5)).equalErrorRate()).isEqualTo(0.5);
    }

    @Test
    void the_curve_goes_from_the_surest_pairs_to_all() {
        List<String> points = new ArrayList<>();

        of(List.of(0.9, 0.3), List.of(0.1, 0.6)).curve((falsely, truly) -> points.add(falsely + " " + truly));

        assertThat(points).containsExactly("0.0 0.5", "0.5 0.5", "0.5 1.0", "1.0 1.0");
    }

    private static Similarities of(List<Double> same, List<Double> different) {
        var similarities = new Similarities();
        same.forEach(similarity -> similarities.add(similarity, true));
        different.forEach(similarity -> similarities.add(similarity, false));
        return similarities;
    }
}
