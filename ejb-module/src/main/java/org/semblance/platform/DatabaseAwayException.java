package org.semblance.platform;

import java.util.OptionalInt;

/** What is asked for is only in the database, which cannot be reached. */
public class DatabaseAwayException extends Problem {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_SECONDS = 5;

    public DatabaseAwayException() {
        super(Kind.BUSY, "database-unavailable", "The database cannot be reached at present; try again in a while");
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(RETRY_SECONDS);
    }
}
