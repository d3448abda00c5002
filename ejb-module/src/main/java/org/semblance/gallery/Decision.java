package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.ModelId;

/**
 * What is believed of a face, and why: an uncertain match is ambiguous or unknown, never a guess.
 *
 * @param person who it is, when matched
 * @param score similarity to the best person; null when the gallery is empty
 * @param runnerUp similarity to the second best person; null when there is none
 * @param threshold the score that a match needs
 * @param margin how far the best person must be ahead of the next
 */
public record Decision(
        Outcome outcome,
        @Nullable PersonId person,
        @Nullable Double score,
        @Nullable Double runnerUp,
        double threshold,
        double margin,
        ModelId model) {

    /** What can be said of a face. */
    public enum Outcome {
        /** One person is similar enough, and clearly more so than any other. */
        MATCHED,
        /** Several persons are similar enough and too close to each other. */
        AMBIGUOUS,
        /** Nobody is similar enough. */
        UNKNOWN
    }

    /** Decides from the persons most similar to a face, the best first. */
    static Decision of(Iterable<Neighbour> ranked, double threshold, double margin, ModelId model) {
        var persons = ranked.iterator();
        if (!persons.hasNext()) {
            return new Decision(Outcome.UNKNOWN, null, null, null, threshold, margin, model);
        }
        Neighbour best = persons.next();
        Double runnerUp = persons.hasNext() ? persons.next().similarity() : null;
        Outcome outcome = outcome(best.similarity(), runnerUp, threshold, margin);
        PersonId person = outcome == Outcome.MATCHED ? best.person() : null;
        return new Decision(outcome, person, best.similarity(), runnerUp, threshold, margin, model);
    }

    private static Outcome outcome(double best, @Nullable Double runnerUp, double threshold, double margin) {
        if (best < threshold) {
            return Outcome.UNKNOWN;
        }
        return runnerUp != null && best - runnerUp < margin ? Outcome.AMBIGUOUS : Outcome.MATCHED;
    }
}
