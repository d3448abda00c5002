package org.semblance.vision;

import org.semblance.platform.Problem;

/** More bytes or more pixels than the server accepts. */
public class PhotoTooLargeException extends Problem {
    private static final long serialVersionUID = 1L;

    public PhotoTooLargeException(int maxBytes) {
        super(
                Kind.TOO_LARGE,
                "image-too-large",
                "The photo is larger than " + maxBytes / (1024 * 1024) + " MiB; send a smaller file");
    }

    public PhotoTooLargeException(PixelSize size, long maxPixels) {
        super(
                Kind.TOO_LARGE,
                "image-too-many-pixels",
                "The photo declares " + size.width() + " x " + size.height() + " pixels, more than the " + maxPixels
                        + " accepted; scale it down");
    }

    private PhotoTooLargeException(String message) {
        super(Kind.TOO_LARGE, "image-too-many-pixels", message);
    }

    /** The pixels would be welcome, but not stored as wastefully as here. */
    public static PhotoTooLargeException forMemory(PixelSize size) {
        return new PhotoTooLargeException("The photo of " + size.width() + " x " + size.height()
                + " pixels takes more memory to decode than the server has; scale it down or send it as a JPEG");
    }
}
