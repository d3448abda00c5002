package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.List;

/** How similar the labelled pairs are. Pairs with a missing picture are left out; with a face that was not found, not. */
final class PairScores {
    private final Similarities similarities = new Similarities();
    private final List<FoldedAccuracy.Scored> scored = new ArrayList<>();
    private int complete;
    private int missing;

    private PairScores() {}

    static PairScores of(List<LabelledPair> pairs, Survey survey) {
        var scores = new PairScores();
        pairs.forEach(pair -> scores.add(pair, survey));
        return scores;
    }

    private void add(LabelledPair pair, Survey survey) {
        if (survey.fate(pair.first()) == Survey.Fate.MISSING || survey.fate(pair.second()) == Survey.Fate.MISSING) {
            missing++;
            return;
        }
        double similarity = Identification.similarity(survey.embedding(pair.first()), survey.embedding(pair.second()));
        scored.add(new FoldedAccuracy.Scored(similarity, pair.same()));
        if (!Double.isNaN(similarity)) {
            complete++;
            similarities.add(similarity, pair.same());
        }
    }

    Similarities similarities() {
        return similarities;
    }

    FoldedAccuracy accuracy() {
        return FoldedAccuracy.of(scored);
    }

    /** Pairs with both faces found. */
    int complete() {
        return complete;
    }

    /** Pairs with a face that was not found. */
    int incomplete() {
        return scored.size() - complete;
    }

    /** Pairs with a picture that is not there. */
    int missing() {
        return missing;
    }
}
