package org.semblance.webhook.delivery;

import org.semblance.platform.Problem;

/** The subscription has no such delivery, or it is so old that the log has forgotten it. */
public class DeliveryNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public DeliveryNotFoundException(DeliveryId id) {
        super(Kind.NOT_FOUND, "delivery-not-found", "The webhook has no delivery " + id);
    }
}
