package org.semblance.identity.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;

/**
 * A key that somebody wants.
 *
 * @param galleries names of the only galleries that it is for; empty for wherever its owner may act
 * @param expiresAt empty for the configured lifetime
 */
public record NewApiKey(
        KeyName name,
        Set<String> permissions,
        Optional<Set<String>> galleries,
        Optional<Instant> expiresAt,
        KeyLimits limits) {

    /** A key that could make keys would outlive its own end. */
    private static final Set<String> NOT_FOR_KEYS = Set.of(Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE);

    public NewApiKey {
        permissions = Set.copyOf(permissions);
        galleries = galleries.map(Set::copyOf);
        if (permissions.isEmpty()) {
            throw new InvalidInputException("permissions", "permissions names at least one permission");
        }
        for (String permission : new TreeSet<>(permissions)) {
            check(permission);
        }
        if (galleries.isPresent() && galleries.get().isEmpty()) {
            throw new InvalidInputException(
                    "galleries", "galleries names at least one gallery; leave it out for all of yours");
        }
    }

    private static void check(String permission) {
        List<String> known = Permissions.ALL;
        if (!known.contains(permission)) {
            throw new InvalidInputException("permissions", "There is no permission '" + permission + "'");
        }
        if (NOT_FOR_KEYS.contains(permission)) {
            throw new InvalidInputException("permissions", "No key may have the permission '" + permission + "'");
        }
    }
}
