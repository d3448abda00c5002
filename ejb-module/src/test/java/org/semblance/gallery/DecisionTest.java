package org.semblance.gallery;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.Decision.Outcome;
import org.semblance.gallery.Decision.Reason;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionTest {
    private static final ModelId MODEL = new ModelId("test/embedder");
    private static final double THRESHOLD = 0.4;
    private static final DecisionRule RULE = new DecisionRule(THRESHOLD, 0.05, 2);

    @Test
    void an_empty_gallery_knows_nobody() {
        Decision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.score()).isNull();
        assertThat(decision.person()).isNull();
    }

    @Test
    void one_similar_person_matches() {
        Decision decision = decide(0.7);

        assertThat(decision.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(decision.person()).isEqualTo(new PersonId(1));
        assertThat(decision.runnerUp()).isNull();
    }

    @Test
    void the_threshold_itself_matches() {
        assertThat(decide(THRESHOLD).outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void below_the_threshold_nobody_matches_however_far_ahead() {
        Decision decision = decide(0.39, -0.2);

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.person()).isNull();
        assertThat(decision.score()).isEqualTo(0.39);
    }

    @Test
    void two_persons_too_close_to_each_other_are_ambiguous() {
        Decision decision = decide(0.70, 0.66);

        assertThat(decision.outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(decision.person()).isNull();
        assertThat(decision.runnerUp()).isEqualTo(0.66);
    }

    @Test
    void a_clear_lead_matches_though_the_next_is_similar_too() {
        assertThat(decide(0.80, 0.60).outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void carries_what_it_was_decided_by() {
        Decision decision = decide(0.8);

        assertThat(decision.rule()).isEqualTo(RULE);
        assertThat(decision.model()).isEqualTo(MODEL);
    }

    @Test
    void nobody_is_named_who_has_too_few_faces() {
        var barelyKnown = new Neighbour(new PersonId(1), new FaceId(1), 0.9, 1);

        Decision decision = Decision.of(List.of(barelyKnown), RULE, MODEL);

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.reason()).isEqualTo(Reason.TOO_FEW_FACES);
        assertThat(decision.person()).isNull();
        assertThat(decision.score()).isEqualTo(0.9);
    }

    private static Decision decide(double... similarities) {
        List<Neighbour> ranked = IntStream.range(0, similarities.length)
                .mapToObj(i -> new Neighbour(new PersonId(i + 1), new FaceId(i + 1), similarities[i], 2))
                .toList();
        return Decision.of(ranked, RULE, MODEL);
    }
}
