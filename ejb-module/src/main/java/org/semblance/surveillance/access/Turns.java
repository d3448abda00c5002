package org.semblance.surveillance.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The moments at which rules may begin or cease to hold, by the clock of a zone. */
final class Turns {
    private static final int DAYS = 367;

    private final ZoneId zone;
    private final Set<LocalTime> times = new HashSet<>();
    private final TreeSet<Instant> bounds = new TreeSet<>();

    Turns(ZoneId zone, Iterable<AccessRule> rules) {
        this.zone = zone;
        for (AccessRule rule : rules) {
            RuleTimes said = rule.said().times();
            times.addAll(said.hours().turns());
            Stream.of(said.from(), said.until()).filter(Objects::nonNull).forEach(bounds::add);
        }
    }

    /** Those of about a year, in their order. */
    Stream<Instant> after(Instant begin) {
        LocalDate today = begin.atZone(zone).toLocalDate();
        return IntStream.range(0, DAYS)
                .mapToObj(today::plusDays)
                .flatMap(day -> on(day).stream())
                .filter(turn -> turn.isAfter(begin));
    }

    /** A time that the clock shows twice turns twice; one that it skips turns when it is skipped. */
    private SortedSet<Instant> on(LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var turns = new TreeSet<>(bounds.subSet(start, end));
        turns.add(start);
        for (LocalTime time : times) {
            var local = day.atTime(time);
            zone.getRules().getValidOffsets(local).forEach(offset -> turns.add(local.toInstant(offset)));
        }
        var change = zone.getRules().nextTransition(start);
        if (change != null && change.getInstant().isBefore(end)) {
            turns.add(change.getInstant());
        }
        return turns;
    }
}
