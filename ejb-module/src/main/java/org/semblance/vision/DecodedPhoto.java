package org.semblance.vision;

import org.jspecify.annotations.Nullable;

/** The upright pixels of a photo, and how the photo is kept: with nothing that it carried beside them. */
public final class DecodedPhoto {
    private final Bitmap picture;
    private final byte @Nullable [] jpeg;

    /**
     * A photo that was decoded.
     *
     * @param jpeg that shows the very same pixels and carries nothing else; not copied
     */
    public DecodedPhoto(Bitmap picture, byte @Nullable [] jpeg) {
        this.picture = picture;
        this.jpeg = jpeg;
    }

    public Bitmap picture() {
        return picture;
    }

    /** The photo as it is kept: as it came where it can be, for no encoding leaves a picture as it was. */
    public byte[] jpeg() {
        return jpeg == null ? JpegEncoder.encode(picture) : jpeg;
    }
}
