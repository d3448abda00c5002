package org.semblance.gallery;

/** Names an enrolled face. */
public record FaceId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
