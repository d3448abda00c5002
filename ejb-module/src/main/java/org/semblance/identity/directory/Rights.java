package org.semblance.identity.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;

/**
 * Nobody gives, takes or touches more than they have themselves: otherwise who may keep users could make themselves an
 * administrator, or become one by resetting an administrator's password.
 */
final class Rights {
    private Rights() {}

    /** The caller's permission has to hold everywhere, for what belongs to no gallery. */
    static void requireEverywhere(String permission) {
        require(List.of(permission), Scope.EVERYWHERE);
    }

    /** The caller has all these permissions there. */
    static void require(Collection<String> permissions, Scope where) {
        SignedInUser caller = CurrentUser.require();
        refuse(permissions.stream()
                .filter(permission -> !caller.scope(permission).includes(where))
                .toList());
    }

    /** The caller has everything that somebody has. */
    static void require(Map<String, Scope> rights) {
        SignedInUser caller = CurrentUser.require();
        refuse(rights.entrySet().stream()
                .filter(right -> !caller.scope(right.getKey()).includes(right.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    private static void refuse(List<String> exceeded) {
        if (!exceeded.isEmpty()) {
            throw new RightsExceededException(exceeded);
        }
    }
}
