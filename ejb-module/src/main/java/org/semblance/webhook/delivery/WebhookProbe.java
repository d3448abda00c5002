package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;

/** How deliveries do. Never down: whoever is told late is still told, and a failing receiver is not our failure. */
@ApplicationScoped
public class WebhookProbe implements HealthProbe {
    private static final Duration LATE = Duration.ofMinutes(1);

    private final DeliveryMetrics metrics;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookProbe() {
        this(null);
    }

    @Inject
    public WebhookProbe(DeliveryMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return HealthChecks.WEBHOOKS;
    }

    @Override
    public Finding look() {
        QueueState state = metrics.state();
        return Finding.up(String.format(
                "%s: %d deliveries wait, the oldest is overdue by %d s, %d webhooks fail",
                state.late().compareTo(LATE) > 0 ? "Degraded" : "Well",
                state.pending(),
                state.late().toSeconds(),
                state.failing()));
    }
}
