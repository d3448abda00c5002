package org.semblance.vision.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The few tags of an ICC profile that describe a matrix profile; never trusts a length or an offset. */
final class IccTags {
    private static final int HEADER = 128;
    private static final int MOST_TAGS = 200;
    private static final int LEVELS = 256;

    private final ByteBuffer bytes;

    IccTags(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean isRgb() {
        return bytes.limit() > HEADER + 4 && "RGB ".equals(name(16)) && "XYZ ".equals(name(20));
    }

    /** A colour as X, Y and Z. */
    Optional<double[]> xyz(String tag) {
        return data(tag, "XYZ ", 20).map(data -> new double[] {fixed(data, 8), fixed(data, 12), fixed(data, 16)});
    }

    /** For each byte the linear share of light that it stands for. */
    Optional<float[]> curve(String tag) {
        return data(tag, "curv", 12).flatMap(IccTags::sampled).or(() -> data(tag, "para", 16)
                .flatMap(IccTags::parametric));
    }

    private static Optional<float[]> sampled(ByteBuffer data) {
        int count = data.getInt(8);
        if (count < 0 || count > (data.limit() - 12) / 2) {
            return Optional.empty();
        }
        if (count == 0) {
            return Optional.of(power(1));
        }
        if (count == 1) {
            return Optional.of(power(Short.toUnsignedInt(data.getShort(12)) / 256.0));
        }
        float[] curve = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double position = i / 255.0 * (count - 1);
            int lower = (int) position;
            int upper = Math.min(lower + 1, count - 1);
            double share = position - lower;
            double value = Short.toUnsignedInt(data.getShort(12 + 2 * lower)) * (1 - share)
                    + Short.toUnsignedInt(data.getShort(12 + 2 * upper)) * share;
            curve[i] = (float) (value / 65535);
        }
        return Optional.of(curve);
    }

    /** The five forms of ICC parametric curves, all of them {@code (a x + b)^g + e} above d and {@code c x + f} below. */
    private static Optional<float[]> parametric(ByteBuffer data) {
        int form = data.getShort(8);
        int[] lengths = {1, 3, 4, 5, 7};
        if (form < 0 || form >= lengths.length || data.limit() < 12 + 4 * lengths[form]) {
            return Optional.empty();
        }
        double[] given = new double[7];
        for (int i = 0; i < lengths[form]; i++) {
            given[i] = fixed(data, 12 + 4 * i);
        }
        double a = form == 0 ? 1 : given[1];
        double b = given[2];
        double c = form >= 3 ? given[3] : 0;
        double d = form >= 3 ? given[4] : form == 0 ? 0 : -b / a;
        double above = form == 2 ? given[3] : given[5];
        double below = form == 2 ? given[3] : given[6];
        float[] curve = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double x = i / 255.0;
            curve[i] = (float) (x >= d ? Math.pow(a * x + b, given[0]) + above : c * x + below);
        }
        return Optional.of(curve);
    }

    private static float[] power(double exponent) {
        float[] curve = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            curve[i] = (float) Math.pow(i / 255.0, exponent);
        }
        return curve;
    }

    private Optional<ByteBuffer> data(String tag, String type, int least) {
        int count = bytes.getInt(HEADER);
        for (int i = 0; i < Math.min(count, MOST_TAGS); i++) {
            int entry = HEADER + 4 + 12 * i;
            if (entry > bytes.limit() - 12) {
                break;
            }
            if (tag.equals(name(entry))) {
                int offset = bytes.getInt(entry + 4);
                int length = bytes.getInt(entry + 8);
                boolean fits = offset >= 0 && length >= least && offset <= bytes.limit() - length;
                return fits && type.equals(name(offset)) ? Optional.of(bytes.slice(offset, length)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private String name(int offset) {
        byte[] name = new byte[4];
        bytes.get(offset, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static double fixed(ByteBuffer data, int offset) {
        return data.getInt(offset) / 65536.0;
    }
}
