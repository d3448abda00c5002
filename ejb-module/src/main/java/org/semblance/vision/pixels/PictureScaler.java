package org.semblance.vision.pixels;

import org.semblance.vision.Bitmap;

/** Scales pictures down bilinearly between pixel centres, through a box filter first where every other pixel would be missed. */
public final class PictureScaler {
    private PictureScaler() {}

    public static Bitmap scale(Bitmap picture, int width, int height) {
        if (width == picture.width() && height == picture.height()) {
            return picture;
        }
        int factor = Math.min(picture.width() / width, picture.height() / height);
        return interpolate(factor >= 2 ? BoxFilter.shrink(picture, factor) : picture, width, height);
    }

    /** Bilinear between the nearest four pixels however much is left out, for models that were trained on that. */
    public static Bitmap interpolate(Bitmap picture, int width, int height) {
        var across = new Samples(picture.width(), width);
        var down = new Samples(picture.height(), height);
        byte[] from = picture.rgb();
        byte[] scaled = new byte[3 * width * height];
        float[] upper = new float[3 * width];
        float[] lower = new float[3 * width];
        int lowerRow = -1;
        for (int y = 0, to = 0; y < height; y++) {
            if (down.first[y] == lowerRow) {
                float[] swapped = upper;
                upper = lower;
                lower = swapped;
            } else {
                across.interpolate(from, 3 * down.first[y] * picture.width(), upper);
            }
            lowerRow = down.second[y];
            across.interpolate(from, 3 * lowerRow * picture.width(), lower);
            float weight = down.weight[y];
            for (int i = 0; i < upper.length; i++) {
                scaled[to++] = (byte) (upper[i] * (1 - weight) + lower[i] * weight + 0.5f);
            }
        }
        return new Bitmap(width, height, scaled);
    }

    /** For every new position the two old ones that it lies between, and the share of the second. */
    private static final class Samples {
        private final int[] first;
        private final int[] second;
        private final float[] weight;

        Samples(int oldLength, int newLength) {
            first = new int[newLength];
            second = new int[newLength];
            weight = new float[newLength];
            float step = (float) oldLength / newLength;
            for (int i = 0; i < newLength; i++) {
                float position = Math.max(0, (i + 0.5f) * step - 0.5f);
                first[i] = Math.min((int) position, oldLength - 1);
                second[i] = Math.min(first[i] + 1, oldLength - 1);
                weight[i] = position - first[i];
            }
        }

        void interpolate(byte[] rgb, int row, float[] result) {
            for (int x = 0, to = 0; x < first.length; x++) {
                int left = row + 3 * first[x];
                int right = row + 3 * second[x];
                float share = weight[x];
                result[to++] = (rgb[left] & 0xFF) * (1 - share) + (rgb[right] & 0xFF) * share;
                result[to++] = (rgb[left + 1] & 0xFF) * (1 - share) + (rgb[right + 1] & 0xFF) * share;
                result[to++] = (rgb[left + 2] & 0xFF) * (1 - share) + (rgb[right + 2] & 0xFF) * share;
            }
        }
    }
}
