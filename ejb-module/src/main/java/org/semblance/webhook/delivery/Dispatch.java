package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Sends one delivery and records what became of it. */
@ApplicationScoped
public class Dispatch {
    private final Sender sender;
    private final DeliveryQueue queue;
    private final RetrySettings settings;
    private final DeliveryMetrics metrics;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Dispatch() {
        this(null, null, null, null);
    }

    @Inject
    public Dispatch(Sender sender, DeliveryQueue queue, RetrySettings settings, DeliveryMetrics metrics) {
        this.sender = sender;
        this.queue = queue;
        this.settings = settings;
        this.metrics = metrics;
    }

    void deliver(Lease lease) {
        Outcome outcome = sender.send(lease);
        metrics.count(outcome);
        if (outcome.isDelivered()) {
            queue.delivered(lease, outcome);
            return;
        }
        Optional<Duration> pause = outcome.isGone() ? Optional.empty() : pause(lease, outcome);
        if (pause.isPresent()) {
            queue.retry(lease, outcome, pause.get(), settings.disableAfter());
        } else {
            metrics.givenUp();
            queue.giveUp(lease, outcome, settings.disableAfter());
        }
    }

    private Optional<Duration> pause(Lease lease, Outcome outcome) {
        var rule = new RetryRule(settings, () -> ThreadLocalRandom.current().nextDouble());
        return rule.pause(lease.tries(), lease.waited(), outcome.wish());
    }
}
