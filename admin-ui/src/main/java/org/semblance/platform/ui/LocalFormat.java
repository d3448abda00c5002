package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes times and numbers as the user's own browser would: in their time zone and their language. */
public final class LocalFormat {
    /** The page's first script leaves the browser's time zone under this name. */
    static final String ZONE_COOKIE = "semblance-zone";

    private LocalFormat() {}

    /** Date and time of day, such as 3 Mar 2026, 14:05. */
    public static String format(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(zone(VaadinRequest.getCurrent()))
                .format(time);
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

    static ZoneId zone(@Nullable VaadinRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(ZONE_COOKIE))
                .findFirst()
                .map(cookie -> zone(cookie.getValue()))
                .orElse(ZoneOffset.UTC);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(URLDecoder.decode(name, StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException e) {
            return ZoneOffset.UTC;
        }
    }
}
