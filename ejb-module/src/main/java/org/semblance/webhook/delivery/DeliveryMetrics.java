package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What an operator watches of webhooks. */
@ApplicationScoped
public class DeliveryMetrics {
    private static final double MILLIS_PER_SECOND = 1000;

    private final MetricRegistry registry;
    private volatile QueueState state = QueueState.EMPTY;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryMetrics() {
        this(null);
    }

    @Inject
    public DeliveryMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    void register() {
        registry.gauge(
                described("webhook_queue_late_seconds", "By how much the oldest delivery is overdue"),
                this,
                metrics -> metrics.state.late().toMillis() / MILLIS_PER_SECOND);
        registry.gauge(
                described("webhook_queue_deliveries", "Deliveries that wait, retries among them, counted to 10,000"),
                this,
                metrics -> metrics.state.pending());
        registry.gauge(
                described("webhook_failing", "Active webhooks whose last attempt failed"),
                this,
                metrics -> metrics.state.failing());
    }

    void count(Outcome outcome) {
        registry.counter(
                        described("webhook_attempts", "Attempts to send a delivery, by how they went"),
                        new Tag("outcome", outcome.isDelivered() ? "delivered" : "failed"))
                .inc();
    }

    void givenUp() {
        registry.counter(described("webhook_deliveries_given_up", "Deliveries that are not tried again"))
                .inc();
    }

    void show(QueueState now) {
        state = now;
    }

    QueueState state() {
        return state;
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
