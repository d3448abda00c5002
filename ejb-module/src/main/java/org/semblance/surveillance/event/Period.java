package org.semblance.surveillance.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * A time in which something happened.
 *
 * @param from the first moment; null for as long ago as there is anything
 * @param to the moment after the last; null for all that comes
 */
public record Period(@Nullable Instant from, @Nullable Instant to) {
    public static final Period EVER = new Period(null, null);

    public Period {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInputException("to", "to lies after from");
        }
    }

    /** The same, but nothing from that moment on; left alone where it begins later. */
    Period before(Instant end) {
        boolean isOver = to != null && !to.isAfter(end);
        boolean isYetToCome = from != null && !from.isBefore(end);
        return isOver || isYetToCome ? this : new Period(from, end);
    }
}
