package org.semblance.identity.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list.
 *
 * @param text what user name, name or e-mail address begins with, in any case; empty for all
 * @param active only these; null for both
 * @param role name of a role that they have somewhere; null for any
 * @param after the id to continue after; null from the start
 */
public record UserQuery(
        String text,
        @Nullable Boolean active,
        @Nullable Long departmentId,
        @Nullable String role,
        @Nullable UUID after,
        int limit) {}
