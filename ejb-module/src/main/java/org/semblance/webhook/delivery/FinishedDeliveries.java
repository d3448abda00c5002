package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Deliveries that are over, and then the events that nobody is told of any more. */
@ApplicationScoped
public class FinishedDeliveries extends AgedRowsKind {
    private static final String TOLD = """
            NOT EXISTS (SELECT FROM semblance.webhook_delivery AS delivery
                         WHERE delivery.event_id = aged.id
                           AND (delivery.finished_at IS NULL OR delivery.finished_at >= :cutoff))""";

    private final Duration usual;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FinishedDeliveries() {
        this(null);
    }

    @Inject
    public FinishedDeliveries(RetrySettings settings) {
        super(
                "webhook-deliveries",
                "Deliveries to webhooks, from when they were over, and the events that were delivered",
                null,
                AgedRows.of("webhook_delivery", "id", "finished_at").with("semblance.webhook_attempt", "delivery_id"),
                AgedRows.of("webhook_event", "id", "occurred_at").where(TOLD));
        this.usual = settings == null ? Duration.ZERO : settings.keep();
    }

    @Override
    public Lifetime lifetime() {
        return new Lifetime(usual, RetrySettings.SHORTEST_KEPT, RetrySettings.LONGEST, false);
    }
}
