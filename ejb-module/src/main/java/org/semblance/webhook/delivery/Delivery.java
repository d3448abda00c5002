package org.semblance.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a subscription, and what became of it.
 *
 * @param attempts how often it was sent, in all
 * @param dueAt when it is sent next; null when it is over
 * @param finishedAt when it was over; null while pending
 * @param last attempt that was recorded
 */
public record Delivery(
        DeliveryId id,
        WebhookEvent event,
        DeliveryState state,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable Attempt last) {}
