package org.semblance.vision;

import org.semblance.platform.Problem;

/** The bytes claim to be a picture but cannot be decoded. */
public class UnreadablePhotoException extends Problem {
    private static final long serialVersionUID = 1L;

    public UnreadablePhotoException(String message) {
        super(Kind.REFUSED, "image-unreadable", message);
    }

    public UnreadablePhotoException(String message, Throwable cause) {
        super(Kind.REFUSED, "image-unreadable", message, cause);
    }
}
