package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Writes times and numbers as the user's own browser would: in their time zone and their language. */
public final class LocalFormat {
    private static final double KILO = 1000;
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");

    private LocalFormat() {}

    /** Date and time of day, such as 3 Mar 2026, 14:05. */
    public static String format(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(PageLocale.zone(UI.getCurrent()))
                .format(time);
    }

    /** Date and time of day to the second, such as 3 Mar 2026, 14:05:09. */
    public static String precise(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale())
                .withZone(zone())
                .format(time);
    }

    /** A day, such as 3 Mar 2026. */
    public static String format(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** The time zone of the user's browser. */
    public static ZoneId zone() {
        return PageLocale.zone(UI.getCurrent());
    }

    /** A whole number with the language's separators. */
    public static String format(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A time of day to the minute, such as 14:05. */
    public static String timeOfDay(Instant time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(PageLocale.zone(UI.getCurrent()))
                .format(time);
    }

    /** How many bytes, in a unit that leaves a number of a few digits. */
    public static String bytes(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= KILO && unit < UNITS.size() - 1) {
            number /= KILO;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(unit > 0 && number < 10 ? 1 : 0);
        return format.format(number) + "\u00a0" + UNITS.get(unit);
    }

    /** A similarity or quality with two decimals. */
    public static String format(double number) {
        return String.format(locale(), "%.2f", number);
    }

    /** A number of which only the size matters: 2.83, 14.1 or 1,405. */
    public static String rounded(double number) {
        double size = Math.abs(number);
        return String.format(locale(), size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", number);
    }

    /** The browser's own country decides, as long as it speaks the language that the page is in. */
    private static Locale locale() {
        Locale page = UI.getCurrent().getLocale();
        Locale browser = VaadinSession.getCurrent().getBrowser().getLocale();
        return browser != null && browser.getLanguage().equals(page.getLanguage()) ? browser : page;
    }
}
