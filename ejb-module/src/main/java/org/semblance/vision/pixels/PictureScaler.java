package org.semblance.vision.pixels;

import org.semblance.vision.Bitmap;

/** Scales pictures down bilinearly between pixel centres, through a box filter first where every other pixel would be missed. */
public final class PictureScaler {
    /** Between two pixels. Whole numbers are quicker than fractions here, and as good in eight bits. */
    private static final int STEP_BITS = 11;

    private static final int STEPS = 1 << STEP_BITS;

    private PictureScaler() {}

    public static Bitmap scale(Bitmap picture, int width, int height) {
        int factor = Math.min(picture.width() / width, picture.height() / height);
        var shrunk = factor >= 2 ? BoxFilter.shrink(picture, factor) : picture;
        return width == shrunk.width() && height == shrunk.height() ? shrunk : interpolate(shrunk, width, height);
    }

    /** Bilinear between the nearest four pixels however much is left out, for models that were trained on that. */
    public static Bitmap interpolate(Bitmap picture, int width, int height) {
        var across = new Samples(picture.width(), width);
        var down = new Samples(picture.height(), height);
        byte[] from = picture.rgb();
        byte[] scaled = new byte[3 * width * height];
        int[] upper = new int[3 * width];
        int[] lower = new int[3 * width];
        int lowerRow = -1;
        for (int y = 0, to = 0; y < height; y++) {
            if (down.first[y] == lowerRow) {
                int[] swapped = upper;
                upper = lower;
                lower = swapped;
            } else {
                across.interpolate(from, 3 * down.first[y] * picture.width(), upper);
            }
            lowerRow = down.second[y];
            across.interpolate(from, 3 * lowerRow * picture.width(), lower);
            blend(upper, lower, down.weight[y], scaled, to);
            to += upper.length;
        }
        return new Bitmap(width, height, scaled);
    }

    private static void blend(int[] upper, int[] lower, int weight, byte[] scaled, int to) {
        for (int i = 0; i < upper.length; i++) {
            int mean = upper[i] * (STEPS - weight) + lower[i] * weight + STEPS * STEPS / 2;
            scaled[to + i] = (byte) (mean >> (2 * STEP_BITS));
        }
    }

    /** For every new position the two old ones that it lies between, and the share of the second. */
    private static final class Samples {
        private final int[] first;
        private final int[] second;
        private final int[] weight;

        Samples(int oldLength, int newLength) {
            first = new int[newLength];
            second = new int[newLength];
            weight = new int[newLength];
            float step = (float) oldLength / newLength;
            for (int i = 0; i < newLength; i++) {
                float position = Math.max(0, (i + 0.5f) * step - 0.5f);
                first[i] = Math.min((int) position, oldLength - 1);
                second[i] = Math.min(first[i] + 1, oldLength - 1);
                weight[i] = Math.round((position - first[i]) * STEPS);
            }
        }

        void interpolate(byte[] rgb, int row, int[] result) {
            for (int x = 0, to = 0; x < first.length; x++, to += 3) {
                int left = row + 3 * first[x];
                int right = row + 3 * second[x];
                int after = weight[x];
                int before = STEPS - after;
                result[to] = (rgb[left] & 0xFF) * before + (rgb[right] & 0xFF) * after;
                result[to + 1] = (rgb[left + 1] & 0xFF) * before + (rgb[right + 1] & 0xFF) * after;
                result[to + 2] = (rgb[left + 2] & 0xFF) * before + (rgb[right + 2] & 0xFF) * after;
            }
        }
    }
}
