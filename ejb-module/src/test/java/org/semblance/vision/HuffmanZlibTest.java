package org.semblance.vision;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HuffmanZlibTest {
    private static final int LENGTH = 37_744;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 65_537, 1_000_000})
    void gives_back_what_it_was_given(int length) throws Exception {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);

        assertThat(inflated(HuffmanZlib.compress(data), length)).isEqualTo(data);
    }

    @Test
    void one_value_again_and_again_takes_a_bit_each() throws Exception {
        byte[] data = new byte[LENGTH];
        Arrays.fill(data, (byte) 0xFE);

        byte[] compressed = HuffmanZlib.compress(data);

        assertThat(inflated(compressed, LENGTH)).isEqualTo(data);
        assertThat(compressed.length).isLessThan(LENGTH / 8 + 256);
    }

    /** Each value comes about as often as all rarer ones together, so codes would become longer than the format knows. */
    @Test
    void codes_are_never_too_long() throws Exception {
        byte[] data = new byte[1 << 20];
        for (int value = 0, start = 0, count = data.length / 2; count > 0; value++, start += count, count /= 2) {
            Arrays.fill(data, start, start + count, (byte) value);
        }

        assertThat(inflated(HuffmanZlib.compress(data), data.length)).isEqualTo(data);
    }

    @Test
    void is_as_small_as_what_the_platform_makes() throws Exception {
        var random = new Random(7);
        byte[] data = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            data[i] = (byte) Math.round(random.nextGaussian() * 6);
        }

        byte[] compressed = HuffmanZlib.compress(data);

        assertThat(inflated(compressed, LENGTH)).isEqualTo(data);
        assertThat(compressed.length).isLessThan(platform(data) * 101 / 100);
    }

    private static int platform(byte[] data) {
        var deflater = new Deflater();
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        deflater.setInput(data);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(new byte[data.length]);
        }
        deflater.end();
        return length;
    }

    /** Exactly that many bytes, the checksum included; nothing is left over. */
    private static byte[] inflated(byte[] compressed, int length) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] data = new byte[length + 1];
            int found = inflater.inflate(data);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(data, found);
        } finally {
            inflater.end();
        }
    }
}
