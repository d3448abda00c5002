package org.semblance.gallery.search.memory;

import java.util.Arrays;

/** Numbers its keys from zero without gaps: a removed key leaves its slot to the last one. */
final class LongSlots {
    private static final int EMPTY = -1;
    private static final int SMALLEST = 16;

    private long[] keys = new long[SMALLEST];
    private int[] table = emptied(2 * SMALLEST);
    private int size;

    int size() {
        return size;
    }

    long key(int slot) {
        return keys[slot];
    }

    /** The slot of a key; -1 when it is not there. */
    int find(long key) {
        int at = home(key);
        while (table[at] != EMPTY && keys[table[at]] != key) {
            at = next(at);
        }
        return table[at];
    }

    /** The slot of a key, which is the last one when it was not there before. */
    int add(long key) {
        int at = home(key);
        while (table[at] != EMPTY) {
            if (keys[table[at]] == key) {
                return table[at];
            }
            at = next(at);
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
        }
        keys[size] = key;
        table[at] = size++;
        if (size * 3L > table.length * 2L) {
            rehash(table.length * 2);
        }
        return size - 1;
    }

    /**
     * Removes a key that is there, and gives the slot that it had; unless that was the last one, what belongs to the last
     * slot, now {@link #size}, belongs there from now on.
     */
    int remove(long key) {
        int hole = home(key);
        while (keys[table[hole]] != key) {
            hole = next(hole);
        }
        int slot = table[hole];
        close(hole);
        size--;
        if (slot != size) {
            int at = home(keys[size]);
            while (table[at] != size) {
                at = next(at);
            }
            table[at] = slot;
            keys[slot] = keys[size];
        }
        if (keys.length > SMALLEST && size < keys.length / 4) {
            keys = Arrays.copyOf(keys, Math.max(SMALLEST, keys.length / 2));
            rehash(Math.max(2 * SMALLEST, table.length / 2));
        }
        return slot;
    }

    long bytes() {
        return (long) keys.length * Long.BYTES + (long) table.length * Integer.BYTES;
    }

    /** Moves up whoever would no longer be found behind the hole. */
    private void close(int from) {
        int hole = from;
        for (int at = next(hole); table[at] != EMPTY; at = next(at)) {
            int distance = at - home(keys[table[at]]) & table.length - 1;
            if (distance >= (at - hole & table.length - 1)) {
                table[hole] = table[at];
                hole = at;
            }
        }
        table[hole] = EMPTY;
    }

    private void rehash(int length) {
        table = emptied(length);
        for (int slot = 0; slot < size; slot++) {
            int at = home(keys[slot]);
            while (table[at] != EMPTY) {
                at = next(at);
            }
            table[at] = slot;
        }
    }

    private int home(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed ^ mixed >>> 32) & table.length - 1;
    }

    private int next(int at) {
        return at + 1 & table.length - 1;
    }

    private static int[] emptied(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
