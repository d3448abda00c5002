package org.semblance.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** A user who has proved who they are, with what they may do. */
public record SignedInUser(UUID id, String username, String displayName, Set<String> permissions)
        implements Serializable {
    public SignedInUser {
        permissions = Set.copyOf(permissions);
    }
}
