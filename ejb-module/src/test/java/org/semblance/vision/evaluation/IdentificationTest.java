package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;
import org.semblance.vision.evaluation.LabelledPerson.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class IdentificationTest {
    private static final ModelId MODEL = new ModelId("test/angles");

    private final Pictures pictures = new Pictures();
    private final List<LabelledPerson> people = new ArrayList<>();
    private final List<Double> angles = new ArrayList<>();

    @Test
    void known_people_are_found_by_their_nearest_picture() {
        person("Ann", Role.GALLERY, 0);
        person("Ann", Role.GALLERY, 40);
        person("Bo", Role.GALLERY, 90);
        person("Ann", Role.PROBE, 50);
        person("Ann", Role.PROBE, 80);
        person("Bo", Role.PROBE, 75);
        person("Cy", Role.PROBE, 75);

        var identification = Identification.of(people, survey());

        assertThat(identification.enrolled()).isEqualTo(2);
        assertThat(identification.known()).as("without Cy, who is not enrolled").isEqualTo(3);
        assertThat(identification.rankOne()).isEqualTo(2.0 / 3, within(1e-12));
        // Cosines: 10 degrees 0.985, 15 degrees 0.966.
        assertThat(identification.found(0.98)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(identification.found(0.99)).isZero();
    }

    @Test
    void strangers_are_taken_for_whoever_is_similar_enough() {
        person("Ann", Role.GALLERY, 0);
        person("Bo", Role.GALLERY, 90);
        person("Dee", Role.UNKNOWN_PROBE, 60);
        person("Eve", Role.UNKNOWN_PROBE, 45);

        var identification = Identification.of(people, survey());

        assertThat(identification.strangers()).isEqualTo(2);
        // Cosines: 30 degrees 0.866, 45 degrees 0.707.
        assertThat(identification.falselyIdentified(0.7)).isEqualTo(1);
        assertThat(identification.falselyIdentified(0.8)).isEqualTo(0.5);
        assertThat(identification.falselyIdentified(0.9)).isZero();
        assertThat(identification.thresholdFor(0.5)).isEqualTo(0.708, within(1e-9));
        assertThat(identification.thresholdFor(0.1))
                .as("two strangers say nothing of one in ten")
                .isNaN();
        assertThat(identification.rankOne()).isNaN();
    }

    @Test
    void faces_that_were_not_found_are_left_out() {
        person("Ann", Role.GALLERY, 0);
        person("Bo", Role.GALLERY, Double.NaN);
        person("Ann", Role.PROBE, 10);
        person("Ann", Role.PROBE, Double.NaN);
        person("Bo", Role.PROBE, 90);

        var identification = Identification.of(people, survey());

        assertThat(identification.enrolled()).isEqualTo(1);
        assertThat(identification.known()).isEqualTo(1);
    }

    @Test
    void a_stranger_who_is_enrolled_is_refused() {
        person("Ann", Role.GALLERY, 0);
        person("Ann", Role.UNKNOWN_PROBE, 10);

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> Identification.of(people, survey()))
                .withMessageContaining("Ann is labelled as an unknown_probe");
    }

    @Test
    void everybody_is_compared_with_everybody_once() {
        for (int i = 0; i < 600; i++) {
            int identity = i / 2;
            person("Person " + identity, Role.OTHER, identity + i % 2 * 0.4);
        }
        person("Nobody", Role.OTHER, Double.NaN);

        var similarities = AllPairs.compare(people, survey());

        assertThat(similarities.samePairs()).isEqualTo(300);
        assertThat(similarities.differentPairs()).isEqualTo(600 * 599 / 2 - 300);
        // Same: 0.4 degrees. Different: 0.6 degrees and more.
        assertThat(similarities.trueAccepts(Math.cos(Math.toRadians(0.5)))).isEqualTo(1);
        assertThat(similarities.falseAccepts(Math.cos(Math.toRadians(0.5)))).isZero();
        double near = 0;
        for (int i = 0; i < 600; i++) {
            for (int j = i + 1; j < 600; j++) {
                near += i / 2 != j / 2 && angles.get(j) - angles.get(i) <= 30.05 ? 1 : 0;
            }
        }
        assertThat(similarities.falseAccepts(Math.cos(Math.toRadians(30.05))) * similarities.differentPairs())
                .isEqualTo(near, within(1e-6));
    }

    /** @param angle in degrees, whose cosine is the similarity; none where no face was found */
    private void person(String identity, Role role, double angle) {
        people.add(new LabelledPerson(pictures.number("picture " + people.size()), identity, role));
        angles.add(angle);
    }

    private Survey survey() {
        var survey = new Survey(pictures);
        for (int i = 0; i < angles.size(); i++) {
            double radians = Math.toRadians(angles.get(i));
            float[] values = {(float) Math.cos(radians), (float) Math.sin(radians)};
            var embedding = Double.isNaN(radians) ? null : Embedding.of(MODEL, values);
            survey.saw(i, new LabelledFaces.Sighting(embedding == null ? 0 : 1, embedding));
        }
        return survey;
    }
}
