package org.semblance.vision;

/** A face turned upright and scaled to the template that embedders are trained on: 112 x 112 pixels. */
public final class AlignedFace {
    public static final int SIDE = 112;

    private final Bitmap bitmap;

    public AlignedFace(Bitmap bitmap) {
        if (bitmap.width() != SIDE || bitmap.height() != SIDE) {
            throw new IllegalArgumentException("An aligned face is " + SIDE + " pixels square");
        }
        this.bitmap = bitmap;
    }

    public Bitmap bitmap() {
        return bitmap;
    }

    /** The crop as a PNG file without any metadata. */
    public byte[] png() {
        return PngEncoder.encode(bitmap);
    }
}
