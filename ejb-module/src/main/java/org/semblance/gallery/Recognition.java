package org.semblance.gallery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.ModelId;
import org.semblance.vision.PixelSize;

/** What became of every face of a photo. */
public record Recognition(PixelSize size, ModelId model, List<Face> faces) {
    public Recognition {
        faces = List.copyOf(faces);
    }

    /** What becomes of a face. */
    public enum Status {
        /** It is stored as a face of somebody known. */
        JOINED,
        /** It is stored as the first face of a new person. */
        FOUNDED,
        /** It is stored without a person. */
        KEPT,
        /** It is nobody's, and the gallery stores no such faces. */
        DROPPED,
        /** It is not good enough to be stored. */
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isStored() {
            return this == JOINED || this == FOUNDED || this == KEPT;
        }
    }

    /**
     * One face of the photo.
     *
     * @param decision what is believed of it
     * @param reason code of what led to the status
     * @param id the stored face; null when it is not stored
     * @param person whose it is; null for nobody's, and for a person who would only be founded
     */
    public record Face(
            AnalyzedFace face,
            Decision decision,
            Status status,
            String reason,
            @Nullable FaceId id,
            @Nullable PersonId person) {

        static Face planned(AnalyzedFace face, JoiningRule.Plan plan) {
            return new Face(face, plan.decision(), plan.status(), plan.reason(), null, plan.person());
        }

        JoiningRule.Plan plan() {
            return new JoiningRule.Plan(decision, status, reason, person);
        }

        Face stored(JoiningRule.Plan plan, FaceId as, @Nullable PersonId whose) {
            return new Face(face, plan.decision(), plan.status(), plan.reason(), as, whose);
        }
    }
}
