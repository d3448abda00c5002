package org.semblance.storage;

import org.semblance.platform.Problem;

/** The image store cannot be read or written: a full disk, missing rights, a lost mount. */
public class ImageStoreException extends Problem {
    private static final long serialVersionUID = 1L;

    public ImageStoreException(String message, Throwable cause) {
        super(Kind.UNAVAILABLE, "image-store-unavailable", message, cause);
    }
}
