package org.semblance.surveillance.unknown.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/** Values of queries, where they were given. */
final class Given {
    private Given() {}

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static @Nullable Instant time(String name, @Nullable String value) {
        String given = text(value);
        if (given == null) {
            return null;
        }
        try {
            // A plus sign that nobody has escaped arrives as a blank.
            return OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(name, name + " is a time with its zone, such as 2026-11-01T00:00:00Z");
        }
    }
}
