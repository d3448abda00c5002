package org.semblance.gallery.search.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Signatures and, if wanted, vectors of faces by row, in pieces so small that growing copies nothing and the garbage
 * collector never has to find room for large arrays.
 */
final class Rows {
    private static final int PIECE = 256;

    /** So many rows or pieces are looked at side by side, and wait for memory together. */
    private static final int TOGETHER = 4;

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

    /** How similar the vectors of rows are to a {@link Halves#probe}. */
    float[] similarities(float[] probe, int[] wanted) {
        float[] similarities = new float[wanted.length];
        short[][] four = new short[TOGETHER][];
        int[] from = new int[TOGETHER];
        float[] dots = new float[TOGETHER];
        for (int first = 0; first < wanted.length; first += TOGETHER) {
            for (int i = 0; i < TOGETHER; i++) {
                int row = wanted[Math.min(first + i, wanted.length - 1)];
                four[i] = vectors.get(row / PIECE);
                from[i] = row % PIECE * dimension;
            }
            Halves.dots(probe, four, from, dots);
            System.arraycopy(dots, 0, similarities, first, Math.min(TOGETHER, wanted.length - first));
        }
        return similarities;
    }

    long bytes() {
        return (long) bits.size() * PIECE * words * Long.BYTES
                + (long) vectors.size() * PIECE * dimension * Short.BYTES;
    }

    void scan(long[] signature, int size, Candidates candidates) {
        int piece = 0;
        if (words == 8) {
            int[] near = new int[TOGETHER * PIECE];
            for (; (piece + TOGETHER) * PIECE <= size; piece += TOGETHER) {
                int count = near(piece, signature, candidates.bound(), near);
                for (int i = 0; i < count; i++) {
                    long[] bits = this.bits.get(near[i] / PIECE);
                    candidates.offer(distance(bits, near[i] % PIECE * 8, signature), near[i]);
                }
            }
        }
        for (; piece * PIECE < size; piece++) {
            int count = Math.min(PIECE, size - piece * PIECE);
            scanAny(bits.get(piece), signature, piece * PIECE, count, candidates);
        }
    }

    /**
     * The loop in which searches spend their time: notes the rows of four pieces that are nearer than a bound. The pieces are
     * read side by side, because memory is fetched ahead only to the end of a page, and what the next page costs is waited
     * for four times at once. Nothing but row numbers is written, so that the signature stays in registers.
     */
    private int near(int piece, long[] q, int bound, int[] near) {
        long[] one = bits.get(piece);
        long[] two = bits.get(piece + 1);
        long[] three = bits.get(piece + 2);
        long[] four = bits.get(piece + 3);
        int count = 0;
        int row = piece * PIECE;
        for (int at = 0; at < PIECE * 8; at += 8, row++) {
            if (distance(one, at, q) < bound) {
                near[count++] = row;
            }
            if (distance(two, at, q) < bound) {
                near[count++] = row + PIECE;
            }
            if (distance(three, at, q) < bound) {
                near[count++] = row + 2 * PIECE;
            }
            if (distance(four, at, q) < bound) {
                near[count++] = row + 3 * PIECE;
            }
        }
        return count;
    }

    private static int distance(long[] bits, int at, long[] q) {
        return Long.bitCount(bits[at] ^ q[0])
                + Long.bitCount(bits[at + 1] ^ q[1])
                + Long.bitCount(bits[at + 2] ^ q[2])
                + Long.bitCount(bits[at + 3] ^ q[3])
                + Long.bitCount(bits[at + 4] ^ q[4])
                + Long.bitCount(bits[at + 5] ^ q[5])
                + Long.bitCount(bits[at + 6] ^ q[6])
                + Long.bitCount(bits[at + 7] ^ q[7]);
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
