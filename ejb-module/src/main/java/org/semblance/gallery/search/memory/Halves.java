package org.semblance.gallery.search.memory;

import java.nio.ByteBuffer;

/** Numbers of half precision, as the database keeps vectors: both places must come to the same similarity. */
public final class Halves {
    /** The exponents of half and single precision are this far apart. */
    private static final float SCALE = 0x1p112f;

    private static final int SMALLEST_NORMAL = 0x38800000;
    private static final int OVERFLOW = 0x47800000;
    private static final int INFINITY = 0x7c00;

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

    /** The probe of {@link #dot}: the values as the database rounds them, ready for the exponents of halves. */
    static float[] probe(float[] values) {
        float[] probe = new float[values.length];
        for (int i = 0; i < probe.length; i++) {
            probe[i] = value(of(values[i])) * SCALE;
        }
        return probe;
    }

    /** Inner product of a probe with the halves that begin at a place of an array. */
    static float dot(float[] probe, short[] halves, int from) {
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        int most = probe.length & ~3;
        for (int i = 0, at = from; i < most; i += 4, at += 4) {
            one += probe[i] * scaledDown(halves[at]);
            two += probe[i + 1] * scaledDown(halves[at + 1]);
            three += probe[i + 2] * scaledDown(halves[at + 2]);
            four += probe[i + 3] * scaledDown(halves[at + 3]);
        }
        for (int i = most; i < probe.length; i++) {
            one += probe[i] * scaledDown(halves[from + i]);
        }
        return one + two + (three + four);
    }

    /** The value divided by {@link #SCALE}: sign, exponent and fraction put where single precision has them. */
    private static float scaledDown(short half) {
        return Float.intBitsToFloat((half & 0x8000) << 16 | (half & 0x7fff) << 13);
    }
}
