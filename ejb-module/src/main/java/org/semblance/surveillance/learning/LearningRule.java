package org.semblance.surveillance.learning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.vision.ModelId;

/**
 * Whether a camera was sure enough of somebody to add what it saw: prefers to learn nothing to learning a wrong face,
 * which would bring further wrong ones.
 */
public record LearningRule(LearningSettings settings) {

    /** The similarity that it takes. */
    public double threshold(Verdict verdict) {
        return verdict.threshold() + settings.thresholdAbove();
    }

    /** What speaks against it, as far as the event itself tells. */
    public Optional<Reason> against(Camera camera, Verdict verdict, ModelId embedder) {
        if (!camera.rules().learns()) {
            return Optional.of(Reason.OFF);
        }
        Double confidence = verdict.confidence();
        if (verdict.outcome() != Outcome.MATCHED || verdict.person() == null || confidence == null) {
            return Optional.of(Reason.NOT_MATCHED);
        }
        if (verdict.isDisabled()) {
            return Optional.of(Reason.USER_DISABLED);
        }
        if (!embedder.value().equals(verdict.model())) {
            return Optional.of(Reason.OTHER_MODEL);
        }
        if (confidence < threshold(verdict)) {
            return Optional.of(Reason.NOT_SURE);
        }
        if (isRivalNear(verdict, confidence)) {
            return Optional.of(Reason.RIVAL_NEAR);
        }
        return againstPicture(camera, verdict, confidence);
    }

    /** Whoever reaches the ordinary threshold is a rival, however far ahead the best is. */
    private boolean isRivalNear(Verdict verdict, double confidence) {
        Double runnerUp = verdict.runnerUp();
        return runnerUp != null
                && (runnerUp >= verdict.threshold()
                        || confidence - runnerUp < verdict.margin() + settings.marginAbove());
    }

    private Optional<Reason> againstPicture(Camera camera, Verdict verdict, double confidence) {
        if (verdict.quality() < Math.max(settings.minQuality(), camera.rules().minQuality())) {
            return Optional.of(Reason.QUALITY_LOW);
        }
        @Nullable Double liveness = verdict.liveness();
        if (liveness != null && liveness < settings.minLiveness()) {
            return Optional.of(Reason.NOT_LIVE);
        }
        return confidence >= settings.sameFrom() ? Optional.of(Reason.NOT_NEW) : Optional.empty();
    }
}
