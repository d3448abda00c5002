package org.semblance.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryKind.UnknownFaces;
import org.semblance.gallery.Recognition.Status;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.ModelId;

/**
 * Whether a recognised face joins a person, founds one, is kept without one, or is not stored. An ambiguous face neither
 * joins nor founds. Where unknown faces found persons, a face also joins somebody whom decisions do not name yet for
 * want of faces: they would never get enough of them otherwise.
 */
record JoiningRule(DecisionRule rule, double minQuality, UnknownFaces unknownFaces) {
    private static final String LOW_QUALITY = "face-quality-low";

    static JoiningRule of(GalleryRules rules, DecisionRule decisions) {
        return new JoiningRule(decisions, rules.minQuality(), rules.unknownFaces());
    }

    /**
     * What is to become of a face.
     *
     * @param person whom it joins
     */
    record Plan(
            Decision decision,
            Status status,
            String reason,
            @Nullable PersonId person) {}

    Plan plan(AnalyzedFace face, List<Neighbour> ranked, ModelId model) {
        Decision decision = Decision.of(ranked, rule, model);
        if (face.quality().score() < minQuality) {
            return new Plan(decision, Status.REFUSED, LOW_QUALITY, null);
        }
        PersonId joined = joined(decision, ranked);
        if (joined != null) {
            return new Plan(decision, Status.JOINED, decision.reason().code(), joined);
        }
        return new Plan(decision, unjoined(decision), decision.reason().code(), null);
    }

    private @Nullable PersonId joined(Decision decision, List<Neighbour> ranked) {
        boolean isNear = decision.reason() == Decision.Reason.TOO_FEW_FACES && unknownFaces == UnknownFaces.FOUND;
        return isNear ? ranked.get(0).person() : decision.person();
    }

    private Status unjoined(Decision decision) {
        return switch (unknownFaces) {
            case DROP -> Status.DROPPED;
            case KEEP -> Status.KEPT;
            case FOUND -> decision.outcome() == Decision.Outcome.AMBIGUOUS ? Status.KEPT : Status.FOUNDED;
        };
    }
}
