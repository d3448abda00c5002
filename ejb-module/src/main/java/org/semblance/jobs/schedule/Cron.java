package org.semblance.jobs.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.semblance.platform.InvalidInputException;

/**
 * Times that come again, such as {@code 30 3 * * SUN}, in a time zone. Not Jakarta Concurrency's CronTrigger, which
 * fails for a time before the first hour of the day, and passes over what the change to summer time leaves out.
 */
public record Cron(String expression, ZoneId zone) {
    private static final int FIELDS = 5;

    /** A 29 February on a given day of the week may be this far away. */
    private static final int MOST_DAYS = 41 * 366;

    /** Refuses what is no such expression, what never comes, and a zone that there is not. */
    public static Cron of(String expression, String zone) {
        String told = expression.strip();
        try {
            var cron = new Cron(told, ZoneId.of(zone));
            if (cron.next(Instant.EPOCH).isEmpty()) {
                throw wrong(told);
            }
            return cron;
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "zone", "'" + zone + "' is no time zone; name one such as UTC or Europe/Berlin");
        } catch (IllegalArgumentException e) {
            throw wrong(told);
        }
    }

    /**
     * The first of the times after another. A time of the day comes once a day: when the clock leaves it out, as much
     * later; what comes every hour comes in the repeated hour too.
     */
    public Optional<Instant> next(Instant after) {
        String[] fields = expression.split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(expression);
        }
        var minutes = CronField.MINUTE.parse(fields[0]);
        var hours = CronField.HOUR.parse(fields[1]);
        var days = CronDays.parse(fields[2], fields[3], fields[4]);
        var begin = after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        for (int i = 0; i < MOST_DAYS; i++) {
            LocalDate day = begin.toLocalDate().plusDays(i);
            if (days.include(day)) {
                var found = hours.isEverything() ? everyHour(day, minutes, begin) : onDay(day, hours, minutes, begin);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> onDay(
            LocalDate day, CronField.Values hours, CronField.Values minutes, ZonedDateTime begin) {
        return hours.stream()
                .boxed()
                .flatMap(hour -> minutes.stream().mapToObj(minute -> day.atTime(hour, minute)))
                .map(time -> time.atZone(zone))
                .filter(time -> !time.isBefore(begin))
                .map(ZonedDateTime::toInstant)
                .findFirst();
    }

    private Optional<Instant> everyHour(LocalDate day, CronField.Values minutes, ZonedDateTime begin) {
        var time = day.atStartOfDay(zone);
        if (time.isBefore(begin)) {
            time = begin;
        }
        while (time.toLocalDate().equals(day)) {
            if (minutes.include(time.getMinute())) {
                return Optional.of(time.toInstant());
            }
            time = time.plusMinutes(1);
        }
        return Optional.empty();
    }

    private static InvalidInputException wrong(String expression) {
        return new InvalidInputException(
                "cron",
                "'" + expression + "' names no time that comes again; give minute, hour, day of the month, month and"
                        + " day of the week, such as '30 3 * * SUN'");
    }
}
