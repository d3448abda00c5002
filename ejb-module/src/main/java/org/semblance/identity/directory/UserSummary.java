package org.semblance.identity.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as administrators see them. */
public record UserSummary(UUID id, String username, UserTraits traits, List<RoleGrant> roles, Standing standing) {

    public UserSummary {
        roles = List.copyOf(roles);
    }

    /**
     * How it stands with the user.
     *
     * @param mustChangePassword whether they have a one-time password only
     * @param hasSecondFactor whether a sign-in with a password asks for a code, too
     */
    public record Standing(
            boolean mustChangePassword,
            boolean hasSecondFactor,
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            int version) {}
}
