package org.semblance.gallery.search.memory;

import java.util.Random;

/**
 * Makes the sign bits of vectors: the more bits two have in common, the smaller the angle between them. A vector of 512
 * numbers or more gives the sign of each; a shorter one has too few to tell weak pairs from strangers, so it gives
 * those of 512 random directions.
 */
final class Signature {
    private static final int LEAST_BITS = 512;

    private final int dimension;
    private final float[][] directions;

    Signature(int dimension) {
        this.dimension = dimension;
        this.directions = dimension < LEAST_BITS ? directions(dimension) : new float[0][];
    }

    /** Length of a signature in words of 64 bits. */
    int words() {
        return (Math.max(dimension, LEAST_BITS) + Long.SIZE - 1) / Long.SIZE;
    }

    long[] of(float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException("A vector of " + dimension + " has not " + vector.length + " numbers");
        }
        long[] bits = new long[words()];
        if (directions.length == 0) {
            for (int i = 0; i < dimension; i++) {
                bits[i >> 6] |= vector[i] > 0 ? 1L << i : 0;
            }
            return bits;
        }
        for (int i = 0; i < directions.length; i++) {
            bits[i >> 6] |= product(directions[i], vector) > 0 ? 1L << i : 0;
        }
        return bits;
    }

    private static float product(float[] one, float[] other) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i + 1 < one.length; i += 2) {
            even += one[i] * other[i];
            odd += one[i + 1] * other[i + 1];
        }
        return one.length % 2 == 0 ? even + odd : even + odd + one[one.length - 1] * other[one.length - 1];
    }

    private static float[][] directions(int dimension) {
        var random = new Random(dimension);
        float[][] directions = new float[LEAST_BITS][dimension];
        for (float[] direction : directions) {
            for (int i = 0; i < dimension; i++) {
                direction[i] = (float) random.nextGaussian();
            }
        }
        return directions;
    }
}
