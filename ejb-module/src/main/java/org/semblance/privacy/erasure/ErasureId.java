package org.semblance.privacy.erasure;

/** Identifies an erasure. */
public record ErasureId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
