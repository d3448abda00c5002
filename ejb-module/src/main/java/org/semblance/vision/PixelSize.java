package org.semblance.vision;

/** Width and height in pixels. */
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel, not " + width + "x" + height);
        }
    }

    public long pixels() {
        return (long) width * height;
    }
}
