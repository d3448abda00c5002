package org.semblance.vision;

/** Upright pixels, red, green and blue interleaved; not copied, so whoever makes one gives it away. */
public final class Bitmap {
    private final int width;
    private final int height;
    private final byte[] rgb;

    public Bitmap(int width, int height, byte[] rgb) {
        if (rgb.length != 3 * width * height) {
            throw new IllegalArgumentException("Expected three bytes for each of " + width + "x" + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public PixelSize size() {
        return new PixelSize(width, height);
    }

    /** The pixels themselves, row by row; not a copy. */
    public byte[] rgb() {
        return rgb;
    }
}
