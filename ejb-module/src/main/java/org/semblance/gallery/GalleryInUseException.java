package org.semblance.gallery;

import org.semblance.platform.Problem;

/** Something else works with the gallery. */
public class GalleryInUseException extends Problem {
    private static final long serialVersionUID = 1L;

    public GalleryInUseException(GalleryName name, String use) {
        super(Kind.CONFLICT, "gallery-in-use", "The gallery '" + name + "' is used by " + use + "; end that first");
        names(use);
    }
}
