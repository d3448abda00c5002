package org.semblance.identity.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A caller's units: they come back evenly up to those of a minute, and on each day there is a quota of them.
 *
 * @param units how many there were at {@code filledAt}
 * @param usedOnDay how many went on {@code day} (UTC)
 */
record Bucket(double units, Instant filledAt, LocalDate day, long usedOnDay) {
    private static final double NANOS = 1e9;

    static Bucket full(Allowance allowance, Instant now) {
        return new Bucket(allowance.capacity(), now, day(now), 0);
    }

    /** What there is at a time; the clocks of nodes differ, and none turns time back. */
    Bucket at(Instant now, Allowance allowance) {
        Instant latest = now.isBefore(filledAt) ? filledAt : now;
        double since = Duration.between(filledAt, latest).toNanos() / NANOS;
        LocalDate today = day(latest);
        return new Bucket(
                Math.min(allowance.capacity(), units + since * allowance.unitsPerSecond()),
                latest,
                today,
                today.equals(day) ? usedOnDay : 0);
    }

    /** As many of the wanted units as there are, but nothing if they are fewer than needed. */
    Grant take(long needed, long wanted, Allowance allowance) {
        long available = available(allowance);
        if (available < needed) {
            return new Grant(0, available, secondsUntil(needed, allowance));
        }
        long given = Math.min(wanted, available);
        return new Grant(given, available - given, 0);
    }

    Bucket without(Grant grant) {
        return new Bucket(units - grant.units(), filledAt, day, usedOnDay + grant.units());
    }

    private long available(Allowance allowance) {
        return Math.max(0, Math.min((long) units, allowance.quota() - usedOnDay));
    }

    private int secondsUntil(long needed, Allowance allowance) {
        if (allowance.quota() - usedOnDay < needed) {
            Instant tomorrow = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return (int) Math.max(1, Duration.between(filledAt, tomorrow).toSeconds());
        }
        return (int) Math.max(1, Math.ceil((needed - units) / allowance.unitsPerSecond()));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
