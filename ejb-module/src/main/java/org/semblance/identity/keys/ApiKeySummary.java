package org.semblance.identity.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be told of a key: everything but its secret.
 *
 * @param galleries names of the only galleries that it is for; empty for wherever its owner may act
 */
public record ApiKeySummary(
        long id,
        String prefix,
        String name,
        Owner owner,
        List<String> permissions,
        Optional<List<String>> galleries,
        KeyLimits limits,
        Life life) {

    public ApiKeySummary {
        permissions = List.copyOf(permissions);
        galleries = galleries.map(List::copyOf);
    }

    /** Who answers for it. */
    public record Owner(UUID id, String username) {}

    /** When what happened to it. */
    public record Life(
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            Optional<Instant> lastUsedAt,
            Optional<String> lastUsedAddress) {}

    /** Whether it is {@code active}, {@code expired} or {@code revoked} at a time. */
    public String state(Instant now) {
        if (life.revokedAt().isPresent()) {
            return "revoked";
        }
        return now.isBefore(life.expiresAt()) ? "active" : "expired";
    }
}
