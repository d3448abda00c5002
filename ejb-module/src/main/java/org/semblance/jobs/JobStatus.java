package org.semblance.jobs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run of a job goes.
 *
 * @param total how many items there are, unknown until they are counted
 * @param done how many items have been dealt with for good, refused ones among them
 * @param failed how many items were refused; {@link JobLauncher#failures} says why
 * @param message why the run failed, when it did
 */
public record JobStatus(
        JobExecutionId id,
        String job,
        JobState state,
        Map<String, String> parameters,
        @Nullable Long total,
        long done,
        long failed,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String message) {
    public JobStatus {
        parameters = Map.copyOf(parameters);
    }
}
