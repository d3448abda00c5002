package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

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
        boolean isLate = state.late().compareTo(LATE) > 0;
        var remark = Remark.of(
                "queue",
                (isLate ? "Degraded" : "Well")
                        + ": %d deliveries wait, the oldest is overdue by %d s, %d webhooks fail",
                state.pending(),
                state.late().toSeconds(),
                state.failing());
        return isLate ? Finding.degraded(remark) : Finding.up(remark);
    }
}
