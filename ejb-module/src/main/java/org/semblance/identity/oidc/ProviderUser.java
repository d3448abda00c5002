package org.semblance.identity.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleGrant;

/**
 * Somebody as the provider knows them.
 *
 * @param subject the provider's unchanging word for them: only this says who they are
 * @param roles what its roles and groups mean here
 */
public record ProviderUser(
        String issuer,
        String subject,
        String username,
        String displayName,
        @Nullable String email,
        Set<RoleGrant> roles) {

    public ProviderUser {
        roles = Set.copyOf(roles);
    }
}
