package org.semblance.identity.oidc;

import java.util.UUID;

/**
 * A user of the provider who is known here.
 *
 * @param link the row that says so
 * @param hasRoles whether they have any role, given by hand or by the provider
 */
public record FederatedUser(long link, UUID user, String username, boolean isActive, boolean hasRoles) {

    /** Refuses whoever may not come in. */
    void requireAccess() {
        if (!isActive) {
            throw new AccountUnknownException("your account here is disabled");
        }
        if (!hasRoles) {
            throw new AccountUnknownException("none of your roles there means a role here");
        }
    }
}
