package org.semblance.surveillance.access;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/**
 * Some hours on some days of the week: {@code mon-fri 07:00-19:00}, {@code sat,sun 00:00-24:00}, and over midnight
 * {@code fri 22:00-06:00}.
 *
 * @param days on which it begins
 * @param to not after {@code from} when it ends on the day after; midnight ends the day
 */
public record HoursSpan(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final Pattern FORM = Pattern.compile("([a-z,-]+) +(\\d\\d:\\d\\d) *- *(\\d\\d:\\d\\d)");
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String END_OF_DAY = "24:00";

    public HoursSpan {
        days = Set.copyOf(days);
    }

    public static HoursSpan of(String text) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw wrong(text);
        }
        try {
            String end = parts.group(3);
            return new HoursSpan(
                    days(parts.group(1), text),
                    LocalTime.parse(parts.group(2)),
                    end.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(end));
        } catch (DateTimeParseException e) {
            throw wrong(text);
        }
    }

    boolean includes(LocalDateTime at, Predicate<LocalDate> counts) {
        LocalTime time = at.toLocalTime();
        LocalDate day = at.toLocalDate();
        boolean isOverMidnight = !to.isAfter(from);
        if (!isOverMidnight) {
            return !time.isBefore(from) && time.isBefore(to) && beginsOn(day, counts);
        }
        return (!time.isBefore(from) && beginsOn(day, counts))
                || (time.isBefore(to) && beginsOn(day.minusDays(1), counts));
    }

    private boolean beginsOn(LocalDate day, Predicate<LocalDate> counts) {
        return days.contains(day.getDayOfWeek()) && counts.test(day);
    }

    private static Set<DayOfWeek> days(String said, String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : said.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int first = NAMES.indexOf(ends[0]);
            int last = NAMES.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                throw wrong(text);
            }
            DayOfWeek day = DayOfWeek.of(first + 1);
            days.add(day);
            while (day.getValue() != last + 1) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static InvalidInputException wrong(String text) {
        return new InvalidInputException(
                "hours", "'" + text + "' is not like mon-fri 07:00-19:00, sat,sun 00:00-24:00 or fri 22:00-06:00");
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        int day = 0;
        while (day < NAMES.size()) {
            int last = day;
            while (last < NAMES.size() && days.contains(DayOfWeek.of(last + 1))) {
                last++;
            }
            if (last > day) {
                parts.add(last - day == 1 ? NAMES.get(day) : NAMES.get(day) + "-" + NAMES.get(last - 1));
            }
            day = last + 1;
        }
        return String.join(",", parts) + " " + from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}
