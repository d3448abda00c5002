package org.semblance.vision;

import org.semblance.platform.Problem;

/** The bytes are of no picture type that the server reads. */
public class UnsupportedPhotoException extends Problem {
    private static final long serialVersionUID = 1L;

    public UnsupportedPhotoException() {
        super(
                Kind.UNSUPPORTED_TYPE,
                "image-type-unsupported",
                "The bytes are no JPEG, PNG, WebP, BMP, GIF or TIFF picture; send one of these");
    }
}
