package org.semblance.jobs;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;

/**
 * A run to be done.
 *
 * @param exclusiveKey runs with the same key are never under way at the same time; null for one that disturbs nobody
 */
public record QueuedRun(
        String job,
        Map<String, String> parameters,
        @Nullable String exclusiveKey,
        Actor actor) {
    public QueuedRun {
        parameters = Map.copyOf(parameters);
    }
}
