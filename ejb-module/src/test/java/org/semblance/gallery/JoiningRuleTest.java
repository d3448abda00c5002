package org.semblance.gallery;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryKind.UnknownFaces;
import org.semblance.gallery.Recognition.Status;
import org.semblance.gallery.search.Neighbour;

import static org.assertj.core.api.Assertions.assertThat;

class JoiningRuleTest {
    private static final PersonId ADA = new PersonId(1);
    private static final PersonId BEN = new PersonId(2);
    private static final DecisionRule DECISIONS = new DecisionRule(0.5, 0.1, 3);

    private final Faces faces = new Faces(1);

    @Test
    void a_clear_match_joins_whatever_becomes_of_unknown_faces() {
        for (UnknownFaces rule : UnknownFaces.values()) {
            var plan = plan(rule, 0.8, near(ADA, 0.8, 3), near(BEN, 0.6, 3));

            assertThat(plan.status()).isEqualTo(Status.JOINED);
            assertThat(plan.person()).isEqualTo(ADA);
        }
    }

    @Test
    void a_stranger_becomes_what_the_gallery_says() {
        assertThat(plan(UnknownFaces.FOUND, 0.8).status()).isEqualTo(Status.FOUNDED);
        assertThat(plan(UnknownFaces.KEEP, 0.8, near(ADA, 0.4, 3)).status()).isEqualTo(Status.KEPT);
        assertThat(plan(UnknownFaces.DROP, 0.8, near(ADA, 0.4, 3)).status()).isEqualTo(Status.DROPPED);
        assertThat(plan(UnknownFaces.DROP, 0.8).reason()).isEqualTo("nobody-enrolled");
    }

    @Test
    void an_ambiguous_face_founds_nobody() {
        var near = new Neighbour[] {near(ADA, 0.8, 3), near(BEN, 0.75, 3)};

        assertThat(plan(UnknownFaces.FOUND, 0.8, near).status()).isEqualTo(Status.KEPT);
        assertThat(plan(UnknownFaces.KEEP, 0.8, near).status()).isEqualTo(Status.KEPT);
        assertThat(plan(UnknownFaces.DROP, 0.8, near).status()).isEqualTo(Status.DROPPED);
        assertThat(plan(UnknownFaces.FOUND, 0.8, near).person()).isNull();
    }

    @Test
    void somebody_with_too_few_faces_is_joined_only_where_faces_found_persons() {
        var founding = plan(UnknownFaces.FOUND, 0.8, near(ADA, 0.8, 1));
        var keeping = plan(UnknownFaces.KEEP, 0.8, near(ADA, 0.8, 1));

        assertThat(founding.person()).isEqualTo(ADA);
        assertThat(founding.decision().outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
        assertThat(keeping.status()).isEqualTo(Status.KEPT);
        assertThat(keeping.reason()).isEqualTo("too-few-faces");
    }

    @Test
    void a_face_of_low_quality_is_not_stored_and_says_why() {
        var plan = plan(UnknownFaces.FOUND, 0.2, near(ADA, 0.8, 3));

        assertThat(plan.status()).isEqualTo(Status.REFUSED);
        assertThat(plan.reason()).isEqualTo("face-quality-low");
        assertThat(plan.decision().person()).isEqualTo(ADA);
    }

    private JoiningRule.Plan plan(UnknownFaces unknownFaces, double quality, Neighbour... ranked) {
        return new JoiningRule(DECISIONS, 0.3, unknownFaces)
                .plan(Faces.analyzed(faces.embedding(), quality), List.of(ranked), Faces.MODEL);
    }

    private static Neighbour near(PersonId person, double similarity, int count) {
        return new Neighbour(person, new FaceId(person.value()), similarity, count);
    }
}
