package org.semblance.webhook.delivery;

import java.time.Duration;

/**
 * How the queue does.
 *
 * @param pending how many deliveries wait, counted up to some bound
 * @param late by how much the oldest is overdue; zero where all is in time
 * @param failing how many active subscriptions fail
 */
public record QueueState(long pending, Duration late, long failing) {
    static final QueueState EMPTY = new QueueState(0, Duration.ZERO, 0);
}
