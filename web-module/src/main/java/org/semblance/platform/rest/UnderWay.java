package org.semblance.platform.rest;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.semblance.idempotency.IdempotencyKey;

/** A request whose answer is to be remembered. */
record UnderWay(
        IdempotencyKey key,
        DigestedBody body,
        int status,
        @Nullable String location,
        @Nullable String contentType) {

    UnderWay(IdempotencyKey key, DigestedBody body) {
        this(key, body, 0, null, null);
    }

    UnderWay answered(ContainerResponseContext response) {
        URI created = response.getLocation();
        return new UnderWay(key, body, response.getStatus(), created == null ? null : created.toString(), null);
    }

    UnderWay withType(String type) {
        return new UnderWay(key, body, status, location, type);
    }
}
