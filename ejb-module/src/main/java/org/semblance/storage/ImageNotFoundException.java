package org.semblance.storage;

import org.semblance.platform.Problem;

/** There is no image under the key, or the address that names it is not valid (any more). */
public class ImageNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public ImageNotFoundException() {
        super(
                Kind.NOT_FOUND,
                "image-not-found",
                "There is no such image, or its address has expired; ask for a new address");
    }
}
