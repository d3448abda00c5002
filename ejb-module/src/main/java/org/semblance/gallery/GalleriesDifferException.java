package org.semblance.gallery;

import org.semblance.platform.Problem;

/** Persons or faces of different galleries have nothing to do with each other. */
public class GalleriesDifferException extends Problem {
    private static final long serialVersionUID = 1L;

    public GalleriesDifferException(String what) {
        super(
                Kind.CONFLICT,
                "galleries-differ",
                what + " belong to different galleries; nothing crosses from one gallery to another");
    }
}
