package org.semblance.gallery.rest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.platform.InvalidInputException;

/** A vector as programs hold it in memory: 32-bit floats, the lowest byte first, in Base64. */
final class PackedVector {
    private PackedVector() {}

    static List<Double> read(String field, String text) {
        FloatBuffer numbers = ByteBuffer.wrap(bytes(field, text))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        return IntStream.range(0, numbers.limit())
                .mapToObj(i -> (double) numbers.get(i))
                .toList();
    }

    private static byte[] bytes(String field, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, field + " is not Base64");
        }
        if (bytes.length % Float.BYTES != 0) {
            throw new InvalidInputException(
                    field, field + " holds " + bytes.length + " bytes, which are no 32-bit floats");
        }
        return bytes;
    }
}
