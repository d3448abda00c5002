package org.semblance.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How events are sent. */
@ApplicationScoped
public class WebhookSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 256;

    private final boolean http;
    private final Duration timeout;
    private final int concurrency;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookSettings() {
        this.http = false;
        this.timeout = null;
        this.concurrency = 0;
    }

    @Inject
    public WebhookSettings(
            @ConfigProperty(name = "semblance.webhook.http", defaultValue = "false") boolean http,
            @ConfigProperty(name = "semblance.webhook.timeout", defaultValue = "PT10S") Duration timeout,
            @ConfigProperty(name = "semblance.webhook.concurrency", defaultValue = "16") int concurrency) {
        this.http = http;
        this.timeout = timeout;
        this.concurrency = concurrency;
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.webhook.timeout lies between PT1S and PT1M");
        }
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw new IllegalArgumentException("semblance.webhook.concurrency lies between 1 and " + MOST_AT_ONCE);
        }
    }

    /** Whether addresses without TLS are accepted. */
    public boolean allowsHttp() {
        return http;
    }

    /** How long a receiver may take to answer. */
    public Duration timeout() {
        return timeout;
    }

    /** How many deliveries a node sends at once. */
    public int concurrency() {
        return concurrency;
    }
}
