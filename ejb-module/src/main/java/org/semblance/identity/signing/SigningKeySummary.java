package org.semblance.identity.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that signs, or did.
 *
 * @param retiredAt when another took its place; empty while it signs
 * @param verifiesUntil until when tokens that it signed are believed; empty while it signs
 */
public record SigningKeySummary(
        String id, Instant createdAt, Optional<Instant> retiredAt, Optional<Instant> verifiesUntil) {

    boolean isSigningSinceBefore(Instant time) {
        return retiredAt.isEmpty() && createdAt.isBefore(time);
    }
}
