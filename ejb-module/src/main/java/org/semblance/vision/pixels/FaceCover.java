package org.semblance.vision.pixels;

import java.util.Arrays;
import java.util.Collection;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;

/** Paints over faces so that nothing of them is left; a blur or coarse pixels could be undone, one grey cannot. */
public final class FaceCover {
    /** A detector's box ends at chin and forehead; hair and ears tell who it is, too. */
    private static final float MARGIN = 0.35f;

    private static final byte GREY = (byte) 0x80;

    private FaceCover() {}

    /** A copy of the picture without the faces in these boxes. */
    public static Bitmap cover(Bitmap picture, Collection<Box> faces) {
        byte[] rgb = picture.rgb().clone();
        for (Box face : faces) {
            int left = bound(face.x() - MARGIN * face.width(), picture.width());
            int right = bound(face.x() + (1 + MARGIN) * face.width(), picture.width());
            int top = bound(face.y() - MARGIN * face.height(), picture.height());
            int bottom = bound(face.y() + (1 + MARGIN) * face.height(), picture.height());
            for (int row = top; row < bottom; row++) {
                int start = 3 * row * picture.width();
                Arrays.fill(rgb, start + 3 * left, start + 3 * right, GREY);
            }
        }
        return new Bitmap(picture.width(), picture.height(), rgb);
    }

    private static int bound(float place, int size) {
        return Math.max(0, Math.min(size, Math.round(place)));
    }
}
