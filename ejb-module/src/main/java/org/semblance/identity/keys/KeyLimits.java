package org.semblance.identity.keys;

import org.jspecify.annotations.Nullable;
import org.semblance.identity.limits.Allowance;
import org.semblance.identity.limits.LimitSettings;
import org.semblance.platform.InvalidInputException;

/**
 * Limits of a key's own; null where the configured one holds.
 *
 * @param unitsPerMinute rate limit
 * @param unitsPerDay quota
 */
public record KeyLimits(
        @Nullable Integer unitsPerMinute, @Nullable Long unitsPerDay) {
    private static final int MOST_PER_MINUTE = 100_000_000;

    public KeyLimits {
        if (unitsPerMinute != null && (unitsPerMinute < 1 || unitsPerMinute > MOST_PER_MINUTE)) {
            throw new InvalidInputException(
                    "units_per_minute", "units_per_minute lies between 1 and " + MOST_PER_MINUTE);
        }
        if (unitsPerDay != null && unitsPerDay < 1) {
            throw new InvalidInputException("units_per_day", "units_per_day is 1 or more");
        }
    }

    /** Whether they allow more than everybody has. */
    boolean exceed(LimitSettings configured) {
        return (configured.unitsPerMinute() > 0
                        && unitsPerMinute != null
                        && unitsPerMinute > configured.unitsPerMinute())
                || (configured.unitsPerDay() > 0 && unitsPerDay != null && unitsPerDay > configured.unitsPerDay());
    }

    Allowance allowance(String caller, LimitSettings configured) {
        return new Allowance(
                caller,
                unitsPerMinute == null ? configured.unitsPerMinute() : unitsPerMinute,
                unitsPerDay == null ? configured.unitsPerDay() : unitsPerDay);
    }
}
