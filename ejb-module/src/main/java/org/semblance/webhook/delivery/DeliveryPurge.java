package org.semblance.webhook.delivery;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.webhook.WebhookStore;

/** Forgets deliveries that were over long ago, and secrets that are out of use. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryPurge {
    private static final int BATCH = 1000;

    private final DeliveryLog log;
    private final WebhookStore webhooks;
    private final RetrySettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryPurge() {
        this(null, null, null);
    }

    @Inject
    public DeliveryPurge(DeliveryLog log, WebhookStore webhooks, RetrySettings settings) {
        this.log = log;
        this.webhooks = webhooks;
        this.settings = settings;
    }

    /** Once an hour, on one node. */
    @Schedule(hour = "*", minute = "23", info = "webhook-purge")
    void hourly() {
        purge();
    }

    /** In small transactions, so that nobody waits for it. */
    public void purge() {
        webhooks.forgetOldSecrets();
        boolean isMoreLeft = true;
        while (isMoreLeft) {
            isMoreLeft = log.purge(settings.keep(), BATCH);
        }
    }
}
