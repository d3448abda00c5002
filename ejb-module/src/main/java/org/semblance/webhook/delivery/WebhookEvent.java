package org.semblance.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it is told.
 *
 * @param id the same in all deliveries and attempts
 * @param sequence of two events about the same thing the later has the higher one
 * @param data a JSON object
 */
public record WebhookEvent(
        UUID id,
        String type,
        long sequence,
        Instant occurredAt,
        @Nullable String gallery,
        String data) {

    /** What is sent; names of types and galleries have no characters that JSON would escape. */
    public String json() {
        String place = gallery == null ? "" : "\"gallery\":\"" + gallery + "\",";
        return "{\"id\":\"%s\",\"type\":\"%s\",\"sequence\":%d,\"occurred_at\":\"%s\",%s\"data\":%s}"
                .formatted(id, type, sequence, occurredAt, place, data);
    }
}
