package org.semblance.gallery.search.memory;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Collects the rows whose signatures differ least from the probe's, a given number of them, in one pass. */
final class Candidates {
    private final int wanted;
    private final IntPredicate accepted;
    private final int[] histogram;
    private final long[] buffer;
    private int filled;
    private int bound;

    /**
     * @param wanted how many rows to keep
     * @param bits length of a signature, which no distance exceeds
     * @param accepted asked only about rows near enough, because that may be dear
     */
    Candidates(int wanted, int bits, IntPredicate accepted) {
        this.wanted = wanted;
        this.accepted = accepted;
        this.histogram = new int[bits + 1];
        this.buffer = new long[4 * wanted];
        this.bound = bits + 1;
    }

    /** Only rows with a smaller distance need to be offered. */
    int bound() {
        return bound;
    }

    /** Takes a row if its distance is below the bound; gives the bound from now on. */
    int offer(int distance, int row) {
        if (distance < bound && accepted.test(row)) {
            buffer[filled++] = (long) distance << 32 | row;
            if (filled == buffer.length) {
                shrink();
            }
        }
        return bound;
    }

    int[] rows() {
        if (filled > wanted) {
            shrink();
        }
        int[] rows = new int[filled];
        for (int i = 0; i < filled; i++) {
            rows[i] = (int) buffer[i];
        }
        return rows;
    }

    /** Keeps the nearest; of those at the largest distance that is kept, only as many as there is room for. */
    private void shrink() {
        Arrays.fill(histogram, 0);
        for (int i = 0; i < filled; i++) {
            histogram[(int) (buffer[i] >>> 32)]++;
        }
        int farthest = 0;
        int nearer = 0;
        while (nearer + histogram[farthest] < wanted) {
            nearer += histogram[farthest++];
        }
        int ties = wanted - nearer;
        int kept = 0;
        for (int i = 0; i < filled; i++) {
            int distance = (int) (buffer[i] >>> 32);
            if (distance < farthest || (distance == farthest && ties-- > 0)) {
                buffer[kept++] = buffer[i];
            }
        }
        filled = kept;
        bound = farthest;
    }
}
