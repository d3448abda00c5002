package org.semblance.webhook.delivery;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.webhook.WebhookId;

/**
 * A delivery that this node sends now, and nobody else until the lease ends.
 *
 * @param lease to be shown when the result is recorded
 * @param attempt which one it is of the delivery
 * @param tries how many there were since it was queued, this one included
 * @param waited since it was queued
 */
public record Lease(long delivery, UUID lease, int attempt, int tries, Duration waited, To to, WebhookEvent event) {

    /** Whom it is sent to, and what it is signed with. */
    @SuppressWarnings("ArrayRecordComponent") // opened once, never compared
    public record To(WebhookId webhook, String url, byte[] secret, byte @Nullable [] oldSecret) {}
}
