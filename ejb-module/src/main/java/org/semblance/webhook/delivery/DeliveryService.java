package org.semblance.webhook.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookStore;

/** Shows what was sent, and sends it again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryService {
    private final WebhookStore webhooks;
    private final DeliveryLog log;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryService() {
        this(null, null);
    }

    @Inject
    public DeliveryService(WebhookStore webhooks, DeliveryLog log) {
        this.webhooks = webhooks;
        this.log = log;
    }

    /** The latest first. */
    @RolesAllowed(Permissions.WEBHOOK_READ)
    public Page<Delivery> list(WebhookId webhook, Optional<DeliveryState> state, long before, int limit) {
        return log.list(webhooks.require(webhook).id(), state, before, limit);
    }

    /** A delivery with its attempts. */
    @RolesAllowed(Permissions.WEBHOOK_READ)
    public Story require(WebhookId webhook, DeliveryId id) {
        Delivery delivery = log.require(webhooks.require(webhook).id(), id);
        return new Story(delivery, log.attempts(id));
    }

    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    public Delivery replay(WebhookId webhook, DeliveryId id) {
        return log.replay(webhook, id);
    }

    /** Sends a ping; how that goes is seen in its delivery. */
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    public Delivery test(WebhookId webhook) {
        return log.ping(webhook);
    }

    /** A delivery and all that was tried, the latest first. */
    public record Story(Delivery delivery, List<Attempt> attempts) {}
}
