package org.semblance.webhook.delivery;

import org.semblance.platform.Problem;

/** What is on its way need not be sent again. */
public class DeliveryPendingException extends Problem {
    private static final long serialVersionUID = 1L;

    public DeliveryPendingException(DeliveryId id) {
        super(Kind.CONFLICT, "delivery-pending", "The delivery " + id + " is still on its way; see its attempts");
    }
}
