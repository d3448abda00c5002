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
    private final Name name;
    private final byte[] secretSha256;
    private final Bounds bounds;
    private final Times times;

    KnownKey(Name name, byte[] secretSha256, Bounds bounds, Times times) {
        this.name = name;
        this.secretSha256 = secretSha256.clone();
        this.bounds = bounds;
        this.times = times;
    }

    /** Which it is, and whose. */
    record Name(long id, String given, UUID owner) {}

    /** What it opens. */
    record Bounds(Set<String> permissions, Scope scope, KeyLimits limits) {}

    record Times(Instant expiresAt, Optional<Instant> revokedAt, Optional<Instant> lastUsedAt) {}

    long id() {
        return name.id();
    }

    String name() {
        return name.given();
    }

    UUID owner() {
        return name.owner();
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
