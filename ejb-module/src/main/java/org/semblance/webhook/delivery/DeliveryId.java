package org.semblance.webhook.delivery;

/** Names a delivery. */
public record DeliveryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
