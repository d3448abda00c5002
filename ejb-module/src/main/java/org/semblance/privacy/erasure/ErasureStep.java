package org.semblance.privacy.erasure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure does in one context.
 *
 * @param found how many rows of each table were the person's when it began
 */
record ErasureStep(
        String context, Map<String, Long> found, @Nullable Instant doneAt) {
    ErasureStep {
        found = Map.copyOf(found);
    }
}
