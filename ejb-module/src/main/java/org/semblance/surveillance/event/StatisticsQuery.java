package org.semblance.surveillance.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;

/**
 * What to count.
 *
 * @param from the first moment
 * @param to the moment after the last
 * @param zone in which days begin
 */
public record StatisticsQuery(Instant from, Instant to, Interval interval, ZoneId zone, EventPlaces places) {
    /** How long a bar of the chart is, and how long the chart may be. */
    public enum Interval {
        HOUR(Duration.ofDays(31)),
        DAY(Duration.ofDays(366));

        private final Duration longest;

        Interval(Duration longest) {
            this.longest = longest;
        }

        public static Interval of(String word) {
            for (Interval interval : values()) {
                if (EventRows.code(interval).equals(word)) {
                    return interval;
                }
            }
            throw new InvalidInputException("interval", "interval is hour or day");
        }
    }

    public StatisticsQuery {
        if (!from.isBefore(to)) {
            throw new InvalidInputException("to", "to lies after from");
        }
        if (Duration.between(from, to).compareTo(interval.longest) > 0) {
            throw new InvalidInputException(
                    "from",
                    "With an interval of a %s, from lies at most %d days before to"
                            .formatted(interval.name().toLowerCase(Locale.ROOT), interval.longest.toDays()));
        }
    }

    /** A time zone that database and server understand alike: UTC, or a region and a city. */
    public static ZoneId zone(String name) {
        boolean isRegion = name.contains("/") && !name.startsWith("SystemV/") && !name.startsWith("Etc/");
        try {
            if (name.equals("UTC") || isRegion) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException e) {
            throw new InvalidInputException("zone", "There is no time zone '" + name + "'");
        }
        throw new InvalidInputException("zone", "zone is UTC or a region such as Europe/Berlin");
    }
}
