package org.semblance.vision.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.vision.Detection;
import org.semblance.vision.FoundFace;

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

            FaceBody.Fitness quality) {

        static Face of(FoundFace face) {
            return new Face(
                    FaceBody.Rectangle.of(face.detected().box()),
                    FaceBody.landmarks(face.detected().landmarks()),
                    FaceBody.confidence(face.detected()),
                    FaceBody.Fitness.of(face.quality()));
        }
    }
}
