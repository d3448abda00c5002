package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.vision.evaluation.FoldedAccuracy.Scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FoldedAccuracyTest {

    @Test
    void the_best_threshold_lies_in_the_middle_of_the_gap() {
        double threshold = FoldedAccuracy.bestThreshold(List.of(
                new Scored(0.9, true),
                new Scored(0.1, false),
                new Scored(0.5, true),
                new Scored(0.2, false),
                new Scored(0.7, false)));

        // Only the 0.7 is judged wrongly.
        assertThat(threshold).isEqualTo(0.35, within(1e-12));
    }

    @Test
    void pairs_that_are_alike_lie_on_one_side() {
        double threshold = FoldedAccuracy.bestThreshold(
                List.of(new Scored(0.5, false), new Scored(0.5, true), new Scored(0.5, false), new Scored(0.8, true)));

        assertThat(threshold).isEqualTo(0.65, within(1e-12));
    }

    @Test
    void one_wrong_pair_of_twenty_costs_half_of_one_fold() {
        var pairs = pairs(9, 0.8, true);
        pairs.addAll(pairs(1, 0.1, true));
        pairs.addAll(pairs(10, 0.2, false));

        var accuracy = FoldedAccuracy.of(pairs);

        assertThat(accuracy.complete()).isEqualTo(0.95, within(1e-12));
        assertThat(accuracy.balanced()).isEqualTo(0.95, within(1e-12));
        assertThat(accuracy.all()).isEqualTo(0.95, within(1e-12));
        assertThat(accuracy.standardError()).isEqualTo(0.05, within(1e-12));
        assertThat(accuracy.threshold()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void pairs_with_a_face_that_was_not_found_count_as_wrong_when_all_count() {
        var pairs = pairs(10, 0.8, true);
        pairs.addAll(pairs(10, 0.2, false));
        pairs.addAll(pairs(5, Double.NaN, true));

        var accuracy = FoldedAccuracy.of(pairs);

        assertThat(accuracy.complete()).isEqualTo(1);
        assertThat(accuracy.all()).isEqualTo((5 * 1 + 5 * 2.0 / 3) / 10, within(1e-12));
    }

    @Test
    void unlike_numbers_of_pairs_can_weigh_alike() {
        var pairs = pairs(10, 0.1, true);
        pairs.addAll(pairs(90, 0.2, false));

        var accuracy = FoldedAccuracy.of(pairs);

        // Refusing everything is right nine times in ten, and worth nothing.
        assertThat(accuracy.complete()).isEqualTo(0.9, within(1e-12));
        assertThat(accuracy.balanced()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void the_folds_are_the_same_every_time() {
        var pairs = pairs(40, 0.8, true);
        for (int i = 0; i < 60; i++) {
            pairs.add(new Scored(i / 70.0, false));
        }

        assertThat(FoldedAccuracy.of(pairs)).isEqualTo(FoldedAccuracy.of(pairs));
    }

    @Test
    void fewer_than_ten_pairs_of_a_kind_tell_nothing() {
        var pairs = pairs(9, 0.8, true);
        pairs.addAll(pairs(10, 0.2, false));

        assertThat(FoldedAccuracy.of(pairs).complete()).isNaN();
    }

    private static List<Scored> pairs(int count, double similarity, boolean same) {
        return new ArrayList<>(Collections.nCopies(count, new Scored(similarity, same)));
    }
}
