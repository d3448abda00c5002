package org.semblance.vision;

/** Width and height in pixels. */
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel, not " + width + "x" + height);
        }
    }

    /** The size after a quarter turn. */
    public PixelSize turned() {
        int across = height;
        int down = width;
        return new PixelSize(across, down);
    }

    public long pixels() {
        return (long) width * height;
    }
}
