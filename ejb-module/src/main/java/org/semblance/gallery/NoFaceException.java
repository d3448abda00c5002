package org.semblance.gallery;

import org.semblance.platform.Problem;

/** A photo that was to enroll somebody shows no face. */
public class NoFaceException extends Problem {
    private static final long serialVersionUID = 1L;

    public NoFaceException() {
        super(Kind.REFUSED, "no-face", "No face was found in the photo; send one that shows the person's face");
    }
}
