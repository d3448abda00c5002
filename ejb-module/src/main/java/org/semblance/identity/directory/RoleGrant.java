package org.semblance.identity.directory;

import org.jspecify.annotations.Nullable;
import org.semblance.identity.Role;

/**
 * A role that a user has.
 *
 * @param gallery name of the only gallery in which they have it; null for everywhere
 */
public record RoleGrant(String role, @Nullable String gallery) {
    /** Whoever has this administers the installation. */
    static final RoleGrant ADMINISTRATOR = new RoleGrant(Role.ADMINISTRATOR, null);

    @Override
    public String toString() {
        return gallery == null ? role : role + " in " + gallery;
    }
}
