package org.semblance.lifetime;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.semblance.platform.InvalidInputException;

/**
 * How long something may be kept.
 *
 * @param standard how long it is kept when nobody says otherwise
 * @param mayStay whether it may be kept for ever
 */
public record Lifetime(Duration standard, Duration shortest, Duration longest, boolean mayStay) {
    public Lifetime {
        if (shortest.isNegative() || standard.compareTo(shortest) < 0 || standard.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "A usual time of " + standard + " does not lie between " + shortest + " and " + longest);
        }
    }

    public static Lifetime ofDays(long standard, long shortest, long longest) {
        return new Lifetime(Duration.ofDays(standard), Duration.ofDays(shortest), Duration.ofDays(longest), false);
    }

    public Lifetime orForEver() {
        return new Lifetime(standard, shortest, longest, true);
    }

    /** Refuses what lies outside. */
    public void check(Duration period, boolean enabled) {
        if (period.compareTo(shortest) < 0
                || period.compareTo(longest) > 0
                || !period.truncatedTo(ChronoUnit.SECONDS).equals(period)) {
            throw new InvalidInputException(
                    "period", "period is in whole seconds, from " + shortest + " to " + longest + ", not " + period);
        }
        if (!enabled && !mayStay) {
            throw new InvalidInputException("enabled", "This may not be kept for ever; choose a longer period instead");
        }
    }
}
