package org.semblance.vision.pixels;

import java.util.Arrays;
import org.semblance.vision.Bitmap;

/** Shrinks by a whole factor: every pixel becomes the mean of the square of pixels that it covers. */
final class BoxFilter {
    private BoxFilter() {}

    /** Pixels at the right and lower edge that fill no whole square are left out. */
    static Bitmap shrink(Bitmap picture, int factor) {
        return shrink(picture, factor, new Area(0, 0, picture.width() / factor, picture.height() / factor));
    }

    /** Only the given area of the shrunken picture, in its own coordinates. */
    static Bitmap shrink(Bitmap picture, int factor, Area area) {
        byte[] shrunk = new byte[3 * area.width() * area.height()];
        int[] sums = new int[3 * area.width()];
        int pixels = factor * factor;
        // Dividing each sum would take longer than adding it up; the half keeps every product off whole numbers.
        double reciprocal = 1.0 / pixels;
        int half = pixels / 2;
        for (int y = 0, to = 0; y < area.height(); y++) {
            Arrays.fill(sums, 0);
            for (int row = 0; row < factor; row++) {
                int from = 3 * (((area.top() + y) * factor + row) * picture.width() + area.left() * factor);
                addRow(picture.rgb(), from, sums, factor);
            }
            for (int sum : sums) {
                shrunk[to++] = (byte) (int) ((sum + half + 0.5) * reciprocal);
            }
        }
        return new Bitmap(area.width(), area.height(), shrunk);
    }

    private static void addRow(byte[] rgb, int from, int[] sums, int factor) {
        switch (factor) {
            case 2 -> addPairs(rgb, from, sums);
            case 3 -> addTriples(rgb, from, sums);
            default -> addMany(rgb, from, sums, factor);
        }
    }

    /** The usual factors, where counting would take as long as adding. */
    private static void addPairs(byte[] rgb, int from, int[] sums) {
        for (int to = 0, at = from; to < sums.length; to += 3, at += 6) {
            sums[to] += (rgb[at] & 0xFF) + (rgb[at + 3] & 0xFF);
            sums[to + 1] += (rgb[at + 1] & 0xFF) + (rgb[at + 4] & 0xFF);
            sums[to + 2] += (rgb[at + 2] & 0xFF) + (rgb[at + 5] & 0xFF);
        }
    }

    private static void addTriples(byte[] rgb, int from, int[] sums) {
        for (int to = 0, at = from; to < sums.length; to += 3, at += 9) {
            sums[to] += (rgb[at] & 0xFF) + (rgb[at + 3] & 0xFF) + (rgb[at + 6] & 0xFF);
            sums[to + 1] += (rgb[at + 1] & 0xFF) + (rgb[at + 4] & 0xFF) + (rgb[at + 7] & 0xFF);
            sums[to + 2] += (rgb[at + 2] & 0xFF) + (rgb[at + 5] & 0xFF) + (rgb[at + 8] & 0xFF);
        }
    }

    private static void addMany(byte[] rgb, int from, int[] sums, int factor) {
        int at = from;
        for (int to = 0; to < sums.length; to += 3) {
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int i = 0; i < factor; i++) {
                red += rgb[at++] & 0xFF;
                green += rgb[at++] & 0xFF;
                blue += rgb[at++] & 0xFF;
            }
            sums[to] += red;
            sums[to + 1] += green;
            sums[to + 2] += blue;
        }
    }
}
