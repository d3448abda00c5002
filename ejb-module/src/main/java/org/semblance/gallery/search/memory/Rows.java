package org.semblance.gallery.search.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Signatures and, if wanted, vectors of faces by row, in pieces so small that growing copies nothing and the garbage
 * collector never has to find room for large arrays.
 */
final class Rows {
    private static final int PIECE = 256;

    private final int words;
    private final int dimension;
    private final boolean hasVectors;
    private final List<long[]> bits = new ArrayList<>();
    private final List<short[]> vectors = new ArrayList<>();

    Rows(int words, int dimension, boolean hasVectors) {
        this.words = words;
        this.dimension = dimension;
        this.hasVectors = hasVectors;
    }

    boolean hasVectors() {
        return hasVectors;
    }

    void set(int row, long[] signature, short[] vector) {
        if (row / PIECE == bits.size()) {
            bits.add(new long[PIECE * words]);
            if (hasVectors) {
                vectors.add(new short[PIECE * dimension]);
            }
        }
        System.arraycopy(signature, 0, bits.get(row / PIECE), row % PIECE * words, words);
        if (hasVectors) {
            System.arraycopy(vector, 0, vectors.get(row / PIECE), row % PIECE * dimension, dimension);
        }
    }

    void move(int from, int to) {
        System.arraycopy(bits.get(from / PIECE), from % PIECE * words, bits.get(to / PIECE), to % PIECE * words, words);
        if (hasVectors) {
            System.arraycopy(
                    vectors.get(from / PIECE),
                    from % PIECE * dimension,
                    vectors.get(to / PIECE),
                    to % PIECE * dimension,
                    dimension);
        }
    }

    /** Gives back what so few rows do not need, but for one piece. */
    void trim(int size) {
        while (bits.size() > size / PIECE + 2) {
            bits.remove(bits.size() - 1);
            if (hasVectors) {
                vectors.remove(vectors.size() - 1);
            }
        }
    }

    float similarity(float[] probe, int row) {
        return Halves.dot(probe, vectors.get(row / PIECE), row % PIECE * dimension);
    }

    long bytes() {
        return (long) bits.size() * PIECE * words * Long.BYTES
                + (long) vectors.size() * PIECE * dimension * Short.BYTES;
    }

    void scan(long[] signature, int size, Candidates candidates) {
        for (int piece = 0; piece * PIECE < size; piece++) {
            int count = Math.min(PIECE, size - piece * PIECE);
            if (words == 8) {
                scanEight(bits.get(piece), signature, piece * PIECE, count, candidates);
            } else {
                scanAny(bits.get(piece), signature, piece * PIECE, count, candidates);
            }
        }
    }

    /** The loop in which searches spend their time: 512 bits, of which the probe's stay in registers. */
    private static void scanEight(long[] bits, long[] q, int first, int count, Candidates candidates) {
        long a = q[0];
        long b = q[1];
        long c = q[2];
        long d = q[3];
        long e = q[4];
        long f = q[5];
        long g = q[6];
        long h = q[7];
        int bound = candidates.bound();
        int end = count * 8;
        for (int at = 0; at < end; at += 8) {
            int distance = Long.bitCount(bits[at] ^ a)
                    + Long.bitCount(bits[at + 1] ^ b)
                    + Long.bitCount(bits[at + 2] ^ c)
                    + Long.bitCount(bits[at + 3] ^ d)
                    + Long.bitCount(bits[at + 4] ^ e)
                    + Long.bitCount(bits[at + 5] ^ f)
                    + Long.bitCount(bits[at + 6] ^ g)
                    + Long.bitCount(bits[at + 7] ^ h);
            if (distance < bound) {
                bound = candidates.offer(distance, first + (at >> 3));
            }
        }
    }

    private static void scanAny(long[] bits, long[] signature, int first, int count, Candidates candidates) {
        int bound = candidates.bound();
        for (int row = 0, at = 0; row < count; row++) {
            int distance = 0;
            for (long word : signature) {
                distance += Long.bitCount(bits[at++] ^ word);
            }
            if (distance < bound) {
                bound = candidates.offer(distance, first + row);
            }
        }
    }

    /** For tests: what a bit that fell over in memory does. */
    void damage(int row) {
        bits.get(row / PIECE)[row % PIECE * words] ^= -1L;
    }
}
