package org.semblance.identity;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user who has proved who they are, with what they may do and where.
 *
 * @param scopes where each permission holds; nowhere for one that is missing
 * @param session the sign-in behind it; null for a caller without one, such as an API key
 */
public record SignedInUser(
        UUID id,
        String username,
        String displayName,
        Map<String, Scope> scopes,
        @Nullable SessionProof session) implements Serializable {

    public SignedInUser {
        scopes = Map.copyOf(scopes);
    }

    /** Somebody without a session who has permissions everywhere. */
    public SignedInUser(UUID id, String username, String displayName, Set<String> permissions) {
        this(id, username, displayName, everywhere(permissions), null);
    }

    /** What the user may do at least somewhere: the roles that the container knows. */
    public Set<String> permissions() {
        return scopes.keySet();
    }

    /** Where the user may do something. */
    public Scope scope(String permission) {
        return scopes.getOrDefault(permission, Scope.NOWHERE);
    }

    /** The same user with what is also within these scopes, and no more. */
    public SignedInUser within(Map<String, Scope> bounds) {
        Map<String, Scope> left = scopes.entrySet().stream()
                .map(own ->
                        Map.entry(own.getKey(), own.getValue().and(bounds.getOrDefault(own.getKey(), Scope.NOWHERE))))
                .filter(bounded -> !bounded.getValue().isNowhere())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new SignedInUser(id, username, displayName, left, session);
    }

    private static Map<String, Scope> everywhere(Set<String> permissions) {
        return permissions.stream()
                .collect(Collectors.toUnmodifiableMap(permission -> permission, permission -> Scope.EVERYWHERE));
    }
}
