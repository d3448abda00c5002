package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes times and numbers as the user's own browser would: in their time zone and their language. */
public final class LocalFormat {
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

    /** The time zone of the user's browser. */
    public static ZoneId zone() {
        return PageLocale.zone(UI.getCurrent());
    }

    /** A whole number with the language's separators. */
    public static String format(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A similarity or quality with two decimals. */
    public static String format(double number) {
        return String.format(locale(), "%.2f", number);
    }

    /** The browser's own country decides, as long as it speaks the language that the page is in. */
    private static Locale locale() {
        Locale page = UI.getCurrent().getLocale();
        Locale browser = VaadinSession.getCurrent().getBrowser().getLocale();
        return browser != null && browser.getLanguage().equals(page.getLanguage()) ? browser : page;
    }
}
