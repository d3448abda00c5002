package org.semblance.gallery.guided;

import org.semblance.platform.Problem;

/** The very same photo has been enrolled before: it teaches nothing new. */
public class PhotoEnrolledException extends Problem {
    private static final long serialVersionUID = 1L;

    public PhotoEnrolledException() {
        super(Kind.CONFLICT, "photo-enrolled", "This photo of the person is there already; send another one");
    }
}
