package org.semblance.gallery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.ModelId;

/**
 * What is believed of a face, and why: an uncertain match is ambiguous or unknown, never a guess.
 *
 * @param person who it is, when matched
 * @param score similarity to the best person; null when the gallery is empty
 * @param runnerUp similarity to the second best person; null when there is none
 */
public record Decision(
        Outcome outcome,
        Reason reason,
        @Nullable PersonId person,
        @Nullable Double score,
        @Nullable Double runnerUp,
        DecisionRule rule,
        ModelId model) {

    /** A decision needs the best person and the next one, whatever else the caller wants to see. */
    public static final int DECIDING = 2;

    /** What can be said of a face. */
    public enum Outcome {
        /** One person is similar enough, and clearly more so than any other. */
        MATCHED,
        /** Several persons are similar enough and too close to each other. */
        AMBIGUOUS,
        /** Nobody is similar enough. */
        UNKNOWN
    }

    /** Why it is so. */
    public enum Reason {
        CLEAR(Outcome.MATCHED),
        TOO_CLOSE(Outcome.AMBIGUOUS),
        NOBODY_ENROLLED(Outcome.UNKNOWN),
        BELOW_THRESHOLD(Outcome.UNKNOWN),
        TOO_FEW_FACES(Outcome.UNKNOWN);

        private final Outcome outcome;

        Reason(Outcome outcome) {
            this.outcome = outcome;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Decides from the persons most similar to a face, the best first. */
    public static Decision of(List<Neighbour> ranked, DecisionRule rule, ModelId model) {
        Neighbour best = ranked.isEmpty() ? null : ranked.get(0);
        Double score = best == null ? null : best.similarity();
        Double runnerUp = ranked.size() < 2 ? null : ranked.get(1).similarity();
        Reason reason = reason(best, runnerUp, rule);
        PersonId person = best != null && reason == Reason.CLEAR ? best.person() : null;
        return new Decision(reason.outcome, reason, person, score, runnerUp, rule, model);
    }

    private static Reason reason(@Nullable Neighbour best, @Nullable Double runnerUp, DecisionRule rule) {
        if (best == null) {
            return Reason.NOBODY_ENROLLED;
        }
        if (best.similarity() < rule.threshold()) {
            return Reason.BELOW_THRESHOLD;
        }
        if (runnerUp != null && best.similarity() - runnerUp < rule.margin()) {
            return Reason.TOO_CLOSE;
        }
        return best.faces() < rule.minFaces() ? Reason.TOO_FEW_FACES : Reason.CLEAR;
    }
}
