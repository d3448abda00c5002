package org.semblance.gallery;

/** Identifies a legal hold. */
public record LegalHoldId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
