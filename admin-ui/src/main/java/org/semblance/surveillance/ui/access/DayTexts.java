package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.semblance.platform.ui.LocalFormat;

/** Tells the days of a calendar in the user's language. */
final class DayTexts {
    private static final String YEARLY = "yearly ";

    private DayTexts() {}

    /** A day or a range of days, as calendars write them. */
    static String of(String days) {
        if (!days.startsWith(YEARLY)) {
            return Arrays.stream(ends(days))
                    .map(day -> LocalFormat.format(LocalDate.parse(day)))
                    .collect(Collectors.joining(" – "));
        }
        UI ui = UI.getCurrent();
        var format = DateTimeFormatter.ofPattern(ui.getTranslation("calendar.month-day"), ui.getLocale());
        String range = Arrays.stream(ends(days.substring(YEARLY.length())))
                .map(day -> format.format(MonthDay.parse("--" + day)))
                .collect(Collectors.joining(" – "));
        return ui.getTranslation("calendar.yearly", range);
    }

    private static String[] ends(String days) {
        return days.split("\\.\\.", -1);
    }
}
