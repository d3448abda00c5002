package org.semblance.gallery;

/** Names a change of persons; a later change has a higher number. */
public record PersonChangeId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
