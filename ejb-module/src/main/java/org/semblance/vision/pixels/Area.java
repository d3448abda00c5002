package org.semblance.vision.pixels;

import org.semblance.vision.Bitmap;

/** A rectangle of whole pixels. */
public record Area(int left, int top, int width, int height) {

    /** A copy of the part of the picture that lies in this area, which must lie in the picture. */
    public Bitmap cut(Bitmap picture) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.rgb(), 3 * ((top + y) * picture.width() + left), rgb, 3 * y * width, 3 * width);
        }
        return new Bitmap(width, height, rgb);
    }
}
