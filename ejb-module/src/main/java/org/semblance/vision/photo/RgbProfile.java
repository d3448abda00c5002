package org.semblance.vision.photo;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.semblance.vision.Bitmap;

/**
 * An ICC profile of the kind that cameras and screens have, three curves and a matrix, as the way from its colours to
 * sRGB. Computed here rather than by the platform's colour library, which is slow to set up and made for trusted input.
 */
final class RgbProfile {
    private static final int STEPS = 4096;
    private static final byte[] ENCODED = encoded();

    /** From the XYZ of ICC profiles to linear sRGB. */
    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
    };

    private final float[][] curves;
    private final float[] matrix;

    private RgbProfile(float[][] curves, float[] matrix) {
        this.curves = curves;
        this.matrix = matrix;
    }

    /** Empty when the profile is broken, of another kind, or sRGB itself: its colours are then taken as sRGB. */
    static Optional<RgbProfile> parse(byte[] bytes) {
        var tags = new IccTags(ByteBuffer.wrap(bytes));
        if (!tags.isRgb()) {
            return Optional.empty();
        }
        float[][] curves = new float[3][];
        float[] matrix = new float[9];
        for (int plane = 0; plane < 3; plane++) {
            var curve = tags.curve("rgb".charAt(plane) + "TRC");
            var primary = tags.xyz("rgb".charAt(plane) + "XYZ");
            if (curve.isEmpty() || primary.isEmpty()) {
                return Optional.empty();
            }
            curves[plane] = curve.get();
            for (int row = 0; row < 3; row++) {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += TO_SRGB[row][i] * primary.get()[i];
                }
                matrix[3 * row + plane] = (float) sum;
            }
        }
        var profile = new RgbProfile(curves, matrix);
        return profile.changesLittle() ? Optional.empty() : Optional.of(profile);
    }

    /** Replaces the colours in place. */
    void convert(Bitmap bitmap) {
        byte[] rgb = bitmap.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            float red = curves[0][rgb[i] & 0xFF];
            float green = curves[1][rgb[i + 1] & 0xFF];
            float blue = curves[2][rgb[i + 2] & 0xFF];
            rgb[i] = encode(matrix[0] * red + matrix[1] * green + matrix[2] * blue);
            rgb[i + 1] = encode(matrix[3] * red + matrix[4] * green + matrix[5] * blue);
            rgb[i + 2] = encode(matrix[6] * red + matrix[7] * green + matrix[8] * blue);
        }
    }

    private boolean changesLittle() {
        int step = 51;
        int levels = 6;
        byte[] before = new byte[3 * levels * levels * levels];
        for (int i = 0; i < before.length; i += 3) {
            int colour = i / 3;
            before[i] = (byte) (step * (colour % levels));
            before[i + 1] = (byte) (step * (colour / levels % levels));
            before[i + 2] = (byte) (step * (colour / levels / levels));
        }
        byte[] after = before.clone();
        convert(new Bitmap(levels * levels, levels, after));
        for (int i = 0; i < before.length; i++) {
            if (Math.abs((before[i] & 0xFF) - (after[i] & 0xFF)) > 3) {
                return false;
            }
        }
        return true;
    }

    private static byte encode(float linear) {
        int step = (int) (linear * STEPS + 0.5f);
        return ENCODED[Math.max(0, Math.min(STEPS, step))];
    }

    private static byte[] encoded() {
        byte[] encoded = new byte[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double linear = (double) i / STEPS;
            double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            encoded[i] = (byte) Math.round(255 * value);
        }
        return encoded;
    }
}
