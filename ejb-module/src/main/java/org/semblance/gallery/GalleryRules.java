package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.FalseAcceptRate;
import org.semblance.vision.Thresholds;

/**
 * What a gallery's decisions go by.
 *
 * @param falseAcceptRate picks the threshold of the model
 * @param threshold similarity from which on faces match, whatever the model; null takes the model's
 * @param margin how far the best person must be ahead of the next one
 * @param minQuality faces below are not enrolled
 * @param minFaces persons with fewer faces are never named by a decision
 * @param consentRequired whether nobody is matched who has not agreed to it; who has withdrawn never is
 */
public record GalleryRules(
        GalleryKind kind,
        FalseAcceptRate falseAcceptRate,
        @Nullable Double threshold,
        double margin,
        double minQuality,
        int minFaces,
        GalleryKind.UnknownFaces unknownFaces,
        boolean consentRequired) {
    public static final double DEFAULT_MARGIN = 0.05;
    public static final double DEFAULT_MIN_QUALITY = 0.3;
    private static final int MOST_FACES = 100;

    public GalleryRules {
        requireUnit("margin", margin);
        requireUnit("min_quality", minQuality);
        if (threshold != null) {
            requireUnit("threshold", threshold);
        }
        if (minFaces < 1 || minFaces > MOST_FACES) {
            throw new InvalidInputException("min_faces", "min_faces lies between 1 and " + MOST_FACES);
        }
        if (consentRequired && unknownFaces == GalleryKind.UnknownFaces.FOUND) {
            throw new InvalidInputException(
                    "unknown_faces",
                    "Whom a photo would found has not consented: with consent_required, unknown_faces is keep or drop");
        }
    }

    /** When a face that a model embedded is taken for a person's. */
    public DecisionRule decisionRule(Thresholds thresholds) {
        double similarity = threshold == null ? thresholds.at(falseAcceptRate) : threshold;
        return new DecisionRule(similarity, margin, minFaces);
    }

    private static void requireUnit(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInputException(field, field + " lies between 0 and 1, not " + value);
        }
    }
}
