package org.semblance.identity.keys;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.semblance.identity.Scope;

/** What has to be known of a key to believe whoever sends it. */
final class KnownKey {
    private final long id;
    private final String name;
    private final UUID owner;
    private final byte[] secretSha256;
    private final Bounds bounds;
    private final Times times;

    KnownKey(long id, String name, UUID owner, byte[] secretSha256, Bounds bounds, Times times) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.secretSha256 = secretSha256.clone();
        this.bounds = bounds;
        this.times = times;
    }

    /** What it opens. */
    record Bounds(Set<String> permissions, Scope scope, KeyLimits limits) {}

    record Times(Instant expiresAt, Optional<Instant> revokedAt, Optional<Instant> lastUsedAt) {}

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    UUID owner() {
        return owner;
    }

    KeyLimits limits() {
        return bounds.limits();
    }

    Map<String, Scope> scopes() {
        return bounds.permissions().stream()
                .collect(Collectors.toMap(permission -> permission, permission -> bounds.scope()));
    }

    boolean isOpenedBy(ApiKeyText text) {
        return MessageDigest.isEqual(secretSha256, text.secretSha256());
    }

    boolean isRevoked() {
        return times.revokedAt().isPresent();
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(times.expiresAt());
    }

    boolean isUnusedSince(Instant time) {
        return times.lastUsedAt().isEmpty() || times.lastUsedAt().get().isBefore(time);
    }
}
