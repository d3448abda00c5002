package org.semblance.identity.oidc;

import java.util.Optional;
import org.semblance.identity.SignedInUser;

/**
 * Somebody who has come back from the provider.
 *
 * @param exit where their browser goes when they sign out, so that they sign out there too
 */
public record Arrival(SignedInUser user, Optional<String> exit) {}
