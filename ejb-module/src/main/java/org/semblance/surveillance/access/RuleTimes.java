package org.semblance.surveillance.access;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * When a rule holds.
 *
 * @param from first moment; null for no bound
 * @param until first moment at which it holds no more; null for no bound
 */
public record RuleTimes(
        WeeklyHours hours,
        @Nullable CalendarTerm calendar,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final RuleTimes ALWAYS = new RuleTimes(WeeklyHours.ALWAYS, null, null, null);

    public RuleTimes {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new InvalidInputException("valid_until", "valid_until is later than valid_from");
        }
    }

    /**
     * Whether they include a moment, by the clock of a zone.
     *
     * @param days those of the calendar
     */
    boolean include(Instant at, ZoneId zone, CalendarDays days) {
        boolean isValid = (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        return isValid
                && hours.include(
                        at.atZone(zone).toLocalDateTime(),
                        day -> calendar == null || calendar.isOnly() == days.includes(day));
    }
}
