package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.UI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.semblance.surveillance.access.HoursSpan;

/** Hours of the week in the user's language: Mon–Fri 07:00–19:00. */
final class HoursTexts {
    private HoursTexts() {}

    static String of(HoursSpan span) {
        String end = span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : span.to().toString();
        return days(span) + " " + span.from() + "–" + end;
    }

    static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, UI.getCurrent().getLocale());
    }

    private static String days(HoursSpan span) {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] week = DayOfWeek.values();
        int first = 0;
        while (first < week.length) {
            int end = first;
            while (end < week.length && span.days().contains(week[end])) {
                end++;
            }
            if (end > first) {
                parts.add(end - first == 1 ? day(week[first]) : day(week[first]) + "–" + day(week[end - 1]));
            }
            first = end + 1;
        }
        return String.join(", ", parts);
    }
}
