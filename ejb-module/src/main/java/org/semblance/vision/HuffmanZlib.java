package org.semblance.vision;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses into a zlib stream of one block that knows single bytes only: what the JDK's does with its strategy
 * {@code HUFFMAN_ONLY}, in a third of the time. For what does not repeat itself.
 */
final class HuffmanZlib {
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 256;
    private static final int END = BYTES;
    private static final int SYMBOLS = BYTES + 1;
    private static final int LONGEST_CODE = 15;
    private static final int LENGTH_BITS = 4;

    /** In which order the format asks for the codes of code lengths; the first three are abbreviations, not used here. */
    private static final int[] LENGTHS_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int MOST_BYTES_AROUND = 256;

    private final byte[] out;
    private int at;
    private long pending;
    private int pendingBits;

    private HuffmanZlib(int size) {
        out = new byte[size];
    }

    static byte[] compress(byte[] data) {
        int[] counts = new int[SYMBOLS];
        for (byte value : data) {
            counts[value & 0xFF]++;
        }
        counts[END] = 1;
        // A code wants two symbols at least.
        counts[0] = Math.max(1, counts[0]);
        int[] lengths = lengths(counts);
        long bits = 0;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            bits += (long) counts[symbol] * lengths[symbol];
        }
        var stream = new HuffmanZlib(Math.toIntExact(bits / Byte.SIZE) + MOST_BYTES_AROUND);
        stream.head(lengths);
        stream.body(data, lengths);
        return stream.end(data);
    }

    private void head(int[] lengths) {
        put(0x0178, 16);
        int lastBlock = 1;
        int ownCodes = 2;
        put(lastBlock | ownCodes << 1, 3);
        int distances = 2;
        put(SYMBOLS - 257, 5);
        put(distances - 1, 5);
        put(LENGTHS_ORDER.length - 4, 4);
        for (int length : LENGTHS_ORDER) {
            put(length > LONGEST_CODE ? 0 : LENGTH_BITS, 3);
        }
        // Sixteen lengths with codes of four bits: each is its own code.
        for (int length : lengths) {
            put(reversed(length, LENGTH_BITS), LENGTH_BITS);
        }
        for (int i = 0; i < distances; i++) {
            put(reversed(1, LENGTH_BITS), LENGTH_BITS);
        }
    }

    private void body(byte[] data, int[] lengths) {
        int[] codes = codes(lengths);
        long bits = pending;
        int count = pendingBits;
        int to = at;
        for (byte value : data) {
            int symbol = value & 0xFF;
            bits |= (long) codes[symbol] << count;
            count += lengths[symbol];
            if (count >= Integer.SIZE) {
                FOUR_BYTES.set(out, to, (int) bits);
                to += Integer.BYTES;
                bits >>>= Integer.SIZE;
                count -= Integer.SIZE;
            }
        }
        pending = bits;
        pendingBits = count;
        at = to;
        put(codes[END], lengths[END]);
    }

    private byte[] end(byte[] data) {
        put(0, -pendingBits & Byte.SIZE - 1);
        var checksum = new Adler32();
        checksum.update(data);
        return ByteBuffer.wrap(Arrays.copyOf(out, at + Integer.BYTES))
                .putInt(at, (int) checksum.getValue())
                .array();
    }

    private void put(int value, int bits) {
        pending |= (long) value << pendingBits;
        pendingBits += bits;
        for (; pendingBits >= Byte.SIZE; pendingBits -= Byte.SIZE) {
            out[at++] = (byte) pending;
            pending >>>= Byte.SIZE;
        }
    }

    /** How long the code of each symbol is, the shorter the more often it comes; 0 for those that never do. */
    private static int[] lengths(int[] counts) {
        int[] weights = counts.clone();
        int[] lengths = unlimited(weights);
        while (Arrays.stream(lengths).max().getAsInt() > LONGEST_CODE) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
            lengths = unlimited(weights);
        }
        return lengths;
    }

    /** Huffman's tree: the two lightest become one, until there is one. */
    private static int[] unlimited(int[] weights) {
        long[] leaves = new long[SYMBOLS];
        int used = 0;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            if (weights[symbol] > 0) {
                leaves[used++] = (long) weights[symbol] << Short.SIZE | symbol;
            }
        }
        Arrays.sort(leaves, 0, used);
        int[] parents = parents(leaves, used);
        int[] depths = new int[parents.length];
        int[] lengths = new int[SYMBOLS];
        for (int node = parents.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < used) {
                lengths[(int) leaves[node] & (1 << Short.SIZE) - 1] = depths[node];
            }
        }
        return lengths;
    }

    /** Leaves from the lightest to the heaviest, then the nodes above them in the order in which they are made. */
    private static int[] parents(long[] leaves, int used) {
        int[] parents = new int[2 * used - 1];
        long[] weights = new long[2 * used - 1];
        for (int leaf = 0; leaf < used; leaf++) {
            weights[leaf] = leaves[leaf] >>> Short.SIZE;
        }
        int leaf = 0;
        int inner = used;
        for (int made = used; made < parents.length; made++) {
            for (int child = 0; child < 2; child++) {
                int lightest = leaf < used && (inner == made || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
                parents[lightest] = made;
                weights[made] += weights[lightest];
            }
        }
        return parents;
    }

    /** Shorter codes before longer ones and equal ones in the order of symbols, as the format wants it. */
    private static int[] codes(int[] lengths) {
        int[] codes = new int[SYMBOLS];
        int next = 0;
        for (int length = 1; length <= LONGEST_CODE; length++, next <<= 1) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = reversed(next++, length);
                }
            }
        }
        return codes;
    }

    private static int reversed(int code, int length) {
        return Integer.reverse(code) >>> (Integer.SIZE - length);
    }
}
