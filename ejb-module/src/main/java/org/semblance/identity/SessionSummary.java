package org.semblance.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in as its user sees it.
 *
 * @param lastUsedAt to the minute
 */
public record SessionSummary(UUID id, String kind, Instant createdAt, Instant lastUsedAt, Client client) {

    /** From where somebody signed in, as far as that is known. */
    public record Client(@Nullable String address, @Nullable String userAgent) {}
}
