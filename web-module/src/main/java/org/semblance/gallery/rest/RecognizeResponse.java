package org.semblance.gallery.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.Recognition;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.rest.FaceBody;

/** What became of the faces of a photo. */
@Schema(name = "Recognition", description = "Every face of the photo with what became of it")
public record RecognizeResponse(
        FaceBody.Size image,

        @Schema(description = "The model that compared the faces", examples = "starter/embedder")
        String model,

        List<Face> faces) {

    static RecognizeResponse of(Recognition recognition) {
        return new RecognizeResponse(
                FaceBody.Size.of(recognition.size()),
                recognition.model().value(),
                recognition.faces().stream().map(Face::of).toList());
    }

    /** One face of the photo. */
    @Schema(name = "RecognizedFace", description = "One face of the photo, and what became of it")
    public record Face(
            FaceBody.Rectangle box,
            List<List<Double>> landmarks,
            double confidence,
            FaceBody.Fitness quality,

            @Schema(
                    description = "`joined`: somebody known; `founded`: a new person; `kept`: stored without a person; "
                            + "`dropped`: nobody known, not stored; `refused`: not good enough to be stored",
                    enumeration = {"joined", "founded", "kept", "dropped", "refused"},
                    examples = "joined")
            String status,

            @Schema(
                    description = "Why: `face-quality-low` of a refused face, the reason of the decision otherwise",
                    examples = "clear")
            String reason,

            @Schema(description = "The stored face; left out when it is not stored", examples = "90210") @Nullable
            Long faceId,

            @Schema(description = "Whose it is; left out of nobody's", examples = "1815") @Nullable
            Long personId,

            SearchResponse.Verdict decision) {

        static Face of(Recognition.Face face) {
            DetectedFace detected = face.face().detected();
            PersonId person = face.person();
            var stored = face.id();
            return new Face(
                    FaceBody.Rectangle.of(detected.box()),
                    FaceBody.landmarks(detected.landmarks()),
                    FaceBody.confidence(detected),
                    FaceBody.Fitness.of(face.face().quality()),
                    face.status().code(),
                    face.reason(),
                    stored == null ? null : stored.value(),
                    person == null ? null : person.value(),
                    SearchResponse.Verdict.of(face.decision()));
        }
    }
}
