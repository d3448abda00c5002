package org.semblance.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRunId;

/**
 * What a purge removed, or a comparison of the image store with the database found.
 *
 * @param isDryRun whether it only counted
 * @param endedAt when it was done; null while it is not
 */
public record PurgeReport(
        long id,
        JobRunId run,
        String job,
        boolean isDryRun,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<PurgeLine> lines) {
    public PurgeReport {
        lines = List.copyOf(lines);
    }
}
