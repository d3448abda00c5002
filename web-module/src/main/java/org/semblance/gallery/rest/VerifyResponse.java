package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.Verification;
import org.semblance.identity.Rounded;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.rest.FaceBody;

/** Whether two faces are one person's. */
@Schema(name = "Verification", description = "Whether two faces are one person's; evidence, and not proof")
public record VerifyResponse(
        @Schema(description = "Whether the similarity reaches the threshold", examples = "true")
        boolean same,

        @Schema(description = "-1 to 1; compares only with numbers of the same model", examples = "0.7342")
        double similarity,

        @Schema(examples = "0.51") double threshold,
        @Schema(examples = "starter/embedder") String model,

        @Schema(description = "The face of the photo") Face face,

        @Schema(description = "The face of the other photo") @Nullable
        Face other,

        @Schema(description = "The person's face that is most similar", examples = "90210") @Nullable
        Long faceId) {

    static VerifyResponse of(Verification verification) {
        AnalyzedFace other = verification.other();
        FaceId stored = verification.stored();
        return new VerifyResponse(
                verification.same(),
                Rounded.similarity(verification.similarity()),
                Rounded.score(verification.threshold()),
                verification.model().value(),
                Face.of(verification.face()),
                other == null ? null : Face.of(other),
                stored == null ? null : stored.value());
    }

    /** Where the compared face is. */
    @Schema(name = "VerifiedFace", description = "Where the compared face is")
    public record Face(
            FaceBody.Rectangle box,

            @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.8312")
            double quality) {

        static Face of(AnalyzedFace face) {
            return new Face(
                    FaceBody.Rectangle.of(face.detected().box()),
                    Rounded.score(face.quality().score()));
        }
    }
}
