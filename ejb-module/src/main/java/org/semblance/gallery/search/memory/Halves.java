package org.semblance.gallery.search.memory;

import java.nio.ByteBuffer;

/** Numbers of half precision, as the database keeps vectors: both places must come to the same similarity. */
public final class Halves {
    /** The exponents of half and single precision are this far apart. */
    private static final float SCALE = 0x1p112f;

    private static final int SMALLEST_NORMAL = 0x38800000;
    private static final int OVERFLOW = 0x47800000;
    private static final int INFINITY = 0x7c00;
    private static final int SIGN_EXPONENT_FRACTION = 0x8fffe000;

    private Halves() {}

    /** The nearest number of half precision, ties to even. */
    public static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude >= OVERFLOW) {
            return (short) (sign | INFINITY);
        }
        if (magnitude < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(Math.abs((double) value) * 0x1p24));
        }
        int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
        return (short) (sign | (rounded - 0x38000000) >>> 13);
    }

    public static short[] of(float[] values) {
        short[] halves = new short[values.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = of(values[i]);
        }
        return halves;
    }

    public static float value(short half) {
        return scaledDown(half) * SCALE;
    }

    public static float[] values(short[] halves) {
        float[] values = new float[halves.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(halves[i]);
        }
        return values;
    }

    /** What PostgreSQL sends and takes for a halfvec: its dimension, nothing, and the numbers. */
    public static short[] read(byte[] halfvec) {
        var buffer = ByteBuffer.wrap(halfvec);
        short[] halves = new short[buffer.getShort()];
        buffer.getShort();
        buffer.asShortBuffer().get(halves);
        return halves;
    }

    /** See {@link #read}. */
    public static void write(short[] halves, ByteBuffer target) {
        target.putShort((short) halves.length).putShort((short) 0);
        for (short half : halves) {
            target.putShort(half);
        }
    }

    /** The probe of {@link #dots}: the values as the database rounds them, ready for the exponents of halves. */
    static float[] probe(float[] values) {
        float[] probe = new float[values.length];
        for (int i = 0; i < probe.length; i++) {
            probe[i] = value(of(values[i])) * SCALE;
        }
        return probe;
    }

    /** Inner products of a probe with four vectors, each of which begins at a place of an array of halves. */
    static void dots(float[] probe, short[][] halves, int[] from, float[] dots) {
        short[] one = halves[0];
        short[] two = halves[1];
        short[] three = halves[2];
        short[] four = halves[3];
        float evenOne = 0;
        float evenTwo = 0;
        float evenThree = 0;
        float evenFour = 0;
        float oddOne = 0;
        float oddTwo = 0;
        float oddThree = 0;
        float oddFour = 0;
        for (int i = 0; i + 1 < probe.length; i += 2) {
            float even = probe[i];
            float odd = probe[i + 1];
            evenOne += even * scaledDown(one[from[0] + i]);
            oddOne += odd * scaledDown(one[from[0] + i + 1]);
            evenTwo += even * scaledDown(two[from[1] + i]);
            oddTwo += odd * scaledDown(two[from[1] + i + 1]);
            evenThree += even * scaledDown(three[from[2] + i]);
            oddThree += odd * scaledDown(three[from[2] + i + 1]);
            evenFour += even * scaledDown(four[from[3] + i]);
            oddFour += odd * scaledDown(four[from[3] + i + 1]);
        }
        dots[0] = evenOne + oddOne;
        dots[1] = evenTwo + oddTwo;
        dots[2] = evenThree + oddThree;
        dots[3] = evenFour + oddFour;
        if (probe.length % 2 == 1) {
            int last = probe.length - 1;
            for (int i = 0; i < dots.length; i++) {
                dots[i] += probe[last] * scaledDown(halves[i][from[i] + last]);
            }
        }
    }

    /**
     * The value divided by {@link #SCALE}: exponent and fraction moved to where single precision has them. The sign is there
     * already, because Java repeats it in all the bits that an int has more than a short.
     */
    private static float scaledDown(short half) {
        return Float.intBitsToFloat(half << 13 & SIGN_EXPONENT_FRACTION);
    }
}
