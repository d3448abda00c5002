package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often a delivery is tried again, and how long it is remembered. */
@ApplicationScoped
public class RetrySettings {
    private static final Duration LONGEST_PERIOD = Duration.ofDays(7);
    static final Duration LONGEST = Duration.ofDays(3650);
    static final Duration SHORTEST_KEPT = Duration.ofHours(1);

    private final Duration firstRetry;
    private final Duration period;
    private final Duration disableAfter;
    private final Duration keep;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetrySettings() {
        this.firstRetry = null;
        this.period = null;
        this.disableAfter = null;
        this.keep = null;
    }

    @Inject
    public RetrySettings(
            @ConfigProperty(name = "semblance.webhook.first-retry", defaultValue = "PT10S") Duration firstRetry,
            @ConfigProperty(name = "semblance.webhook.retry-period", defaultValue = "PT24H") Duration period,
            @ConfigProperty(name = "semblance.webhook.disable-after", defaultValue = "P5D") Duration disableAfter,
            @ConfigProperty(name = "semblance.webhook.keep-deliveries", defaultValue = "P30D") Duration keep) {
        this.firstRetry = check("first-retry", firstRetry, Duration.ofMillis(100), Duration.ofHours(1));
        this.period = check("retry-period", period, Duration.ZERO, LONGEST_PERIOD);
        this.disableAfter = check("disable-after", disableAfter, Duration.ofSeconds(1), LONGEST);
        this.keep = check("keep-deliveries", keep, SHORTEST_KEPT, LONGEST);
    }

    private static Duration check(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "semblance.webhook." + key + " lies between " + least + " and " + most + ", not " + value);
        }
        return value;
    }

    /** The pause after the first failure; each further one is three times as long. */
    public Duration firstRetry() {
        return firstRetry;
    }

    /** From the event on; then a delivery is given up. */
    public Duration period() {
        return period;
    }

    /** A subscription without any success for so long is disabled. */
    public Duration disableAfter() {
        return disableAfter;
    }

    /** How long finished deliveries stay in the log. */
    public Duration keep() {
        return keep;
    }
}
