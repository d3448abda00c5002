package org.semblance.platform;

import java.util.OptionalInt;

/** More work than the server may hold at once: come back after the given time. */
public class BusyException extends Problem {
    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    public BusyException(String message, int retryAfterSeconds) {
        super(Kind.BUSY, "busy", message);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(retryAfterSeconds);
    }
}
