package org.semblance.surveillance.access;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.semblance.platform.InvalidInputException;

/**
 * When in the week, by the clock on the wall: always, or within some spans. What begins on one day and ends on the next
 * belongs to the day on which it begins.
 */
public record WeeklyHours(List<HoursSpan> spans) {
    public static final WeeklyHours ALWAYS = new WeeklyHours(List.of());
    private static final int MOST = 50;

    public WeeklyHours {
        spans = List.copyOf(spans);
        if (spans.size() > MOST) {
            throw new InvalidInputException("hours", "A rule has at most " + MOST + " spans of hours");
        }
    }

    public static WeeklyHours of(List<String> texts) {
        return new WeeklyHours(texts.stream().map(HoursSpan::of).toList());
    }

    /**
     * Whether they include a time.
     *
     * @param counts whether what begins on a day counts
     */
    public boolean include(LocalDateTime at, Predicate<LocalDate> counts) {
        return spans.isEmpty()
                ? counts.test(at.toLocalDate())
                : spans.stream().anyMatch(span -> span.includes(at, counts));
    }

    /** Every time of the day at which something begins or ends, and midnight. */
    Set<LocalTime> turns() {
        var turns = new TreeSet<LocalTime>();
        turns.add(LocalTime.MIDNIGHT);
        spans.forEach(span -> turns.addAll(List.of(span.from(), span.to())));
        return turns;
    }

    public List<String> texts() {
        return spans.stream().map(HoursSpan::toString).toList();
    }
}
