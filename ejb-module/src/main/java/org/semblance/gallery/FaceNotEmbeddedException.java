package org.semblance.gallery;

import org.semblance.platform.Problem;
import org.semblance.vision.ModelId;

/** The model in use has no embedding of a stored face: its picture could not be read when the model was changed. */
public class FaceNotEmbeddedException extends Problem {
    private static final long serialVersionUID = 1L;

    public FaceNotEmbeddedException(FaceId face, ModelId model) {
        super(
                Kind.CONFLICT,
                "face-not-embedded",
                "Face " + face + " has no embedding of " + model + "; enroll another picture of the person");
    }
}
