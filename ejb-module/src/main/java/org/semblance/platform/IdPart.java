package org.semblance.platform;

/** One of several parts of things that have numbers: those that leave this remainder, so that each is in just one part. */
public record IdPart(int number, int of) {
    public static final IdPart ALL = new IdPart(0, 1);

    public IdPart {
        if (number < 0 || number >= of) {
            throw new IllegalArgumentException("There is no part " + number + " of " + of);
        }
    }
}
