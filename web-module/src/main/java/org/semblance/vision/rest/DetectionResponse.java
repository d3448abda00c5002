package org.semblance.vision.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.vision.Detection;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Liveness;

/** The faces of one photo. */
@Schema(name = "Detection", description = "The faces of one photo")
public record DetectionResponse(
        FaceBody.Size image,

        @Schema(description = "Every face that was found, the surest first")
        List<Face> faces) {

    static DetectionResponse of(Detection detection) {
        return new DetectionResponse(
                FaceBody.Size.of(detection.size()),
                detection.faces().stream().map(Face::of).toList());
    }

    /** One face. */
    @Schema(name = "DetectedFace", description = "One face in the photo")
    public record Face(
            FaceBody.Rectangle box,

            @Schema(
                    description = "Five points, each x and y: the eye on the picture's left, the eye on its right, "
                            + "the nose, the mouth corner on its left, the mouth corner on its right")
            List<List<Double>> landmarks,

            @Schema(description = "How sure the detector is, 0 to 1", examples = "0.9321")
            double confidence,

            FaceBody.Fitness quality,

            @Nullable LivenessBody liveness) {

        static Face of(FoundFace face) {
            return new Face(
                    FaceBody.Rectangle.of(face.detected().box()),
                    FaceBody.landmarks(face.detected().landmarks()),
                    FaceBody.confidence(face.detected()),
                    FaceBody.Fitness.of(face.quality()),
                    LivenessBody.of(face.liveness()));
        }
    }

    /** Whether the face is there. */
    @Schema(
            name = "Liveness",
            description = "Whether the face was in front of the camera, not on paper or a screen; only when asked for")
    public record LivenessBody(
            @Schema(description = "0 surely shown to 1 surely there", examples = "0.9987")
            double score,

            @Schema(description = "What the model pack's threshold makes of the score")
            boolean live) {

        static @Nullable LivenessBody of(@Nullable Liveness liveness) {
            return liveness == null ? null : new LivenessBody(Rounded.score(liveness.score()), liveness.live());
        }
    }
}
