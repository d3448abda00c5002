package org.semblance.gallery;

import org.semblance.platform.Problem;

/** A photo that was to enroll one person shows several. */
public class SeveralFacesException extends Problem {
    private static final long serialVersionUID = 1L;

    public SeveralFacesException(int faces) {
        super(
                Kind.REFUSED,
                "several-faces",
                "The photo shows " + faces + " faces; send one that shows only the person to enroll");
    }
}
