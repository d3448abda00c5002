package org.semblance.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, the newest first.
 *
 * @param before only runs with smaller numbers; 0 from the newest on
 */
public record JobQuery(@Nullable String job, @Nullable JobState state, long before, int limit) {
    public static JobQuery latest(int limit) {
        return new JobQuery(null, null, 0, limit);
    }
}
