package org.semblance.platform.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/** A moment that a query parameter names. */
public final class TimeParameter {
    private TimeParameter() {}

    /** Null where it is left out. */
    public static @Nullable Instant parse(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            // A plus sign that nobody has escaped arrives as a blank.
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(name, name + " is a time with its zone, such as 2026-11-01T00:00:00Z");
        }
    }
}
