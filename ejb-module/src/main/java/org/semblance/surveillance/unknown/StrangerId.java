package org.semblance.surveillance.unknown;

/** Somebody whom nobody knows; stays when they are known. */
public record StrangerId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
