package org.semblance.surveillance.spool;

import java.util.OptionalInt;
import org.semblance.platform.Problem;

/** Nothing more can be kept until the database is back; what is kept stays. */
public class SpoolFullException extends Problem {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_SECONDS = 30;

    public SpoolFullException(String why) {
        super(Kind.BUSY, "spool-full", why);
    }

    public SpoolFullException(String why, Throwable cause) {
        super(Kind.BUSY, "spool-full", why, cause);
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(RETRY_SECONDS);
    }
}
