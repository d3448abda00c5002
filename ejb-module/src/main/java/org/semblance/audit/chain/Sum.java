package org.semblance.audit.chain;

import java.util.Arrays;
import java.util.HexFormat;

/** A digest or a seal: 32 bytes that are either the same or not. */
public final class Sum {
    /** What comes before the first link of a chain. */
    static final Sum NOTHING = new Sum(new byte[32]);

    private final byte[] bytes;

    private Sum(byte[] bytes) {
        this.bytes = bytes;
    }

    static Sum of(byte[] bytes) {
        return new Sum(bytes.clone());
    }

    static Sum parse(String text) {
        return new Sum(HexFormat.of().parseHex(text));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sum that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In a form that people can compare. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
