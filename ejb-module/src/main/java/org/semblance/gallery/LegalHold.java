package org.semblance.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to keep what is held of a person.
 *
 * @param until when it ends by itself; null until it is released
 * @param releasedAt when somebody released it; null while nobody has
 */
public record LegalHold(
        LegalHoldId id,
        PersonId person,
        String reason,
        @Nullable Instant until,
        String placedBy,
        Instant placedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {

    public boolean isInForce(Instant now) {
        return releasedAt == null && (until == null || until.isAfter(now));
    }
}
