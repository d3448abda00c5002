package org.semblance.surveillance.unknown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.CameraName;

/**
 * Which unknown faces are wanted, the newest first; null does not narrow.
 *
 * @param camera that saw them
 * @param stranger whose they are
 * @param recurringOnly whether those of strangers seen once are left out
 * @param from the first moment
 * @param to the moment after the last
 * @param before only those with smaller ids; 0 begins at the newest
 */
public record UnknownQuery(
        @Nullable CameraName camera,
        @Nullable StrangerId stranger,
        @Nullable UnknownState state,
        boolean recurringOnly,
        @Nullable Instant from,
        @Nullable Instant to,
        long before,
        int limit) {}
