package org.semblance.gallery;

import org.semblance.platform.Problem;

/** No gallery of that name, or none that the caller may see. */
public class GalleryNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public GalleryNotFoundException(GalleryName name) {
        super(Kind.NOT_FOUND, "gallery-not-found", "There is no gallery '" + name + "'");
    }
}
