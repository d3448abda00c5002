package org.semblance.jobs.ui;

import com.vaadin.flow.component.UI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.semblance.jobs.schedule.Cron;

/** Tells in plain words when a schedule is due, as far as words are plainer than its five fields. */
final class CronWords {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private CronWords() {}

    static String of(Cron cron) {
        return text(
                "schedules.words.zone",
                words(cron.expression().split("\\s+")),
                cron.zone().getId());
    }

    private static String words(String... fields) {
        String minute = fields[0];
        String hour = fields[1];
        boolean everyDay = fields[2].equals("*") && fields[3].equals("*") && fields[4].equals("*");
        if (hour.equals("*") && everyDay) {
            return withinTheHour(minute);
        }
        if (!isNumber(minute) || !isNumber(hour) || !fields[3].equals("*")) {
            return text("schedules.words.fields", String.join(" ", fields));
        }
        return onDays(time(hour, minute), fields[2], fields[4])
                .orElseGet(() -> text("schedules.words.fields", String.join(" ", fields)));
    }

    private static String withinTheHour(String minute) {
        if (isNumber(minute)) {
            return text("schedules.words.hourly", Integer.parseInt(minute));
        }
        if (minute.equals("*")) {
            return text("schedules.words.minutely", 1);
        }
        return minute.matches("\\*/\\d{1,2}")
                ? text("schedules.words.minutely", Integer.parseInt(minute.substring(2)))
                : text("schedules.words.fields", minute + " * * * *");
    }

    private static Optional<String> onDays(String time, String ofMonth, String ofWeek) {
        if (ofMonth.equals("*")) {
            return ofWeek.equals("*")
                    ? Optional.of(text("schedules.words.daily", time))
                    : weekdays(ofWeek).map(days -> text("schedules.words.weekly", days, time));
        }
        boolean isOneDay = isNumber(ofMonth) && ofWeek.equals("*");
        return isOneDay
                ? Optional.of(text("schedules.words.monthly", Integer.parseInt(ofMonth), time))
                : Optional.empty();
    }

    private static Optional<String> weekdays(String field) {
        if (field.equals("1-5") || field.equalsIgnoreCase("MON-FRI")) {
            return Optional.of(text("schedules.words.weekdays"));
        }
        var days = new ArrayList<String>();
        for (String day : field.split(",", -1)) {
            int number = isNumber(day) ? Integer.parseInt(day) : DAYS.indexOf(day.toUpperCase(Locale.ROOT));
            if (number < 0 || number > DAYS.size()) {
                return Optional.empty();
            }
            days.add(DayOfWeek.of(number == 0 ? DAYS.size() : number).getDisplayName(TextStyle.FULL, locale()));
        }
        return Optional.of(String.join(", ", days));
    }

    private static String time(String hour, String minute) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
    }

    private static boolean isNumber(String field) {
        return NUMBER.matcher(field).matches();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
