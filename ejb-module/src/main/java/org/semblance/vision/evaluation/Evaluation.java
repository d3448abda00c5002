package org.semblance.vision.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.pack.ModelPack;

/**
 * Everything that was measured of one pack.
 *
 * @param everyone every labelled face against every other; nothing without identities
 * @param identification nothing without a gallery
 */
record Evaluation(
        ModelPack pack,
        Survey survey,
        PairScores pairs,
        @Nullable Similarities everyone,
        @Nullable Identification identification) {

    static Evaluation of(ModelPack pack, Survey survey, List<LabelledPair> pairs, List<LabelledPerson> people) {
        boolean hasGallery = people.stream().anyMatch(person -> person.role() == LabelledPerson.Role.GALLERY);
        return new Evaluation(
                pack,
                survey,
                PairScores.of(pairs, survey),
                people.isEmpty() ? null : AllPairs.compare(people, survey),
                hasGallery ? Identification.of(people, survey) : null);
    }
}
