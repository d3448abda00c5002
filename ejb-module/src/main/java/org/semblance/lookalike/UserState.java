package org.semblance.lookalike;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the list of a user.
 *
 * @param isChanged whether the user has changed since, or has none
 * @param isTouched whether somebody in it has changed or gone since
 * @param worst the last of it: nobody who was left out was better; null when it holds everybody
 */
public record UserState(
        UUID user,
        boolean isChanged,
        boolean isTouched,
        @Nullable Alike worst) {}
