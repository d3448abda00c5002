package org.semblance.surveillance.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.semblance.platform.InvalidInputException;

/**
 * Days and ranges of days, each once or every year, as texts: {@code 2026-12-24}, {@code 2026-12-24..2026-12-26},
 * {@code yearly 12-25}, {@code yearly 12-24..01-06}. 29 February comes in leap years only.
 */
public record CalendarDays(List<Days> days) {
    public static final CalendarDays NONE = new CalendarDays(List.of());

    private static final int MOST = 1000;
    private static final String YEARLY = "yearly ";
    private static final String FORMS =
            " is none of 2026-12-24, 2026-12-24..2026-12-26, yearly 12-25 and yearly 12-24..01-06";

    public CalendarDays {
        days = List.copyOf(days);
        if (days.size() > MOST) {
            throw new InvalidInputException("days", "A calendar has at most " + MOST + " days and ranges of days");
        }
    }

    public static CalendarDays of(List<String> texts) {
        return new CalendarDays(texts.stream().map(CalendarDays::parse).toList());
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    public boolean includes(LocalDate day) {
        return days.stream().anyMatch(some -> some.include(day));
    }

    public List<String> texts() {
        return days.stream().map(Days::toString).toList();
    }

    private static Days parse(String text) {
        String said = text.strip();
        try {
            return said.startsWith(YEARLY) ? EveryYear.of(said.substring(YEARLY.length())) : Once.of(said);
        } catch (DateTimeException e) {
            throw new InvalidInputException("days", "'" + text + "'" + FORMS);
        }
    }

    private static <T> List<T> ends(String text, Function<String, T> parser) {
        List<T> ends = Arrays.stream(text.split("\\.\\.", -1))
                .map(String::strip)
                .map(parser)
                .toList();
        if (ends.size() > 2) {
            throw new DateTimeException("More than a first and a last day");
        }
        return ends;
    }

    /** A day, or some that follow each other. */
    public sealed interface Days {
        boolean include(LocalDate day);
    }

    private record Once(LocalDate first, LocalDate last) implements Days {
        private Once {
            if (last.isBefore(first)) {
                throw new InvalidInputException("days", "The range " + first + ".." + last + " ends before it begins");
            }
        }

        static Once of(String text) {
            List<LocalDate> ends = ends(text, LocalDate::parse);
            return new Once(ends.get(0), ends.get(ends.size() - 1));
        }

        @Override
        public boolean include(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + ".." + last;
        }
    }

    private record EveryYear(MonthDay first, MonthDay last) implements Days {
        static EveryYear of(String text) {
            List<MonthDay> ends = ends(text, day -> MonthDay.parse("--" + day));
            return new EveryYear(ends.get(0), ends.get(ends.size() - 1));
        }

        @Override
        public boolean include(LocalDate day) {
            var it = MonthDay.from(day);
            boolean isFrom = !it.isBefore(first);
            boolean isTo = !it.isAfter(last);
            return first.isAfter(last) ? isFrom || isTo : isFrom && isTo;
        }

        @Override
        public String toString() {
            String begin = YEARLY + first.toString().substring(2);
            return first.equals(last) ? begin : begin + ".." + last.toString().substring(2);
        }
    }
}
