package org.semblance.surveillance.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For how long what is known of doors counts, and what is decided at them. */
@ApplicationScoped
public class AccessSettings {
    private static final Duration SHORTEST_AGE = Duration.ofMinutes(1);
    private static final Duration LONGEST_AGE = Duration.ofDays(30);
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);

    private final Duration maxAge;
    private final Duration openWindow;

    protected AccessSettings() {
        this(LONGEST_AGE, LONGEST_WINDOW);
    }

    @Inject
    public AccessSettings(
            @ConfigProperty(name = "semblance.access.max-age", defaultValue = "PT24H") Duration maxAge,
            @ConfigProperty(name = "semblance.access.open-window", defaultValue = "PT10S") Duration openWindow) {
        this.maxAge = within("semblance.access.max-age", SHORTEST_AGE, maxAge, LONGEST_AGE);
        this.openWindow = within("semblance.access.open-window", SHORTEST_WINDOW, openWindow, LONGEST_WINDOW);
    }

    /** Rules that could not be read for longer let nobody pass. */
    public Duration maxAge() {
        return maxAge;
    }

    /** A decision that is older opens no door. */
    public Duration openWindow() {
        return openWindow;
    }

    private static Duration within(String key, Duration least, Duration value, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " lies between " + least + " and " + most);
        }
        return value;
    }
}
