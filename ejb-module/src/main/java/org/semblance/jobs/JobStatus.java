package org.semblance.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;

/**
 * How a run of a job goes.
 *
 * @param counts what it did, by kind: its report
 * @param node name of the server that does it, while one does
 * @param attempt how often it was begun; 0 while it waits for its first
 * @param message how it ended, for people, when there is something to tell
 */
public record JobStatus(
        JobRunId id,
        String job,
        JobState state,
        Map<String, String> parameters,
        JobProgress progress,
        Map<String, Long> counts,
        Actor requestedBy,
        @Nullable String node,
        int attempt,
        Times times,
        @Nullable String message) {
    public JobStatus {
        parameters = Map.copyOf(parameters);
        counts = Map.copyOf(counts);
    }

    /**
     * When it was asked for, when its current attempt began, when it ended.
     *
     * @param worked how long the current attempt has taken, by the clock of the database
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Duration worked) {}
}
