package org.semblance.gallery;

import org.semblance.platform.Problem;

/** No such face. */
public class FaceNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public FaceNotFoundException(FaceId face) {
        super(Kind.NOT_FOUND, "face-not-found", "There is no face " + face);
    }
}
