package org.semblance.gallery;

import org.semblance.platform.Problem;

/** Somebody said that the face is not this person's. */
public class FaceRejectedException extends Problem {
    private static final long serialVersionUID = 1L;

    public FaceRejectedException(FaceId face, PersonId person) {
        super(
                Kind.CONFLICT,
                "face-rejected",
                "Somebody said that the face " + face + " is not the person " + person + "; withdraw that first");
    }
}
