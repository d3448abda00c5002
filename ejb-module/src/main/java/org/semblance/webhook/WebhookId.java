package org.semblance.webhook;

import java.util.UUID;

/** Names a subscription. */
public record WebhookId(UUID value) {

    /** From an address: what is no id names nothing. */
    public static WebhookId of(String text) {
        try {
            return new WebhookId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new WebhookNotFoundException(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
