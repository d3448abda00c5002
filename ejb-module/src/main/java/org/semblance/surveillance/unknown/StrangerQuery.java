package org.semblance.surveillance.unknown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which strangers are wanted, the newest first; null does not narrow.
 *
 * @param recurringOnly whether those seen once are left out
 * @param from only those seen at that moment or later
 * @param before only those with smaller ids; 0 begins at the newest
 */
public record StrangerQuery(
        @Nullable StrangerState state,
        boolean recurringOnly,
        @Nullable Instant from,
        long before,
        int limit) {}
