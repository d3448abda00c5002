package org.semblance.jobs;

import org.semblance.lifetime.AgedRows;

/** Runs that have ended, with all that is told of them. */
final class FinishedRuns {
    /** What they refused may still be retried by a run that is under way or can go on. */
    private static final String NOT_NEEDED = """
            aged.state IN %s AND NOT EXISTS (
                SELECT FROM semblance.job_run AS retry
                 WHERE retry.parameters ->> 'retry-of' = CAST(aged.id AS text)
                   AND retry.state NOT IN ('completed', 'abandoned'))""";

    private FinishedRuns() {}

    /** Takes a list of SQL: a constant of the calling code. */
    static AgedRows in(String states) {
        return AgedRows.of("job_run", "id", "ended_at")
                .where(NOT_NEEDED.formatted(states))
                .with("semblance.job_place", "run_id")
                .with("semblance.job_count", "run_id")
                .with("semblance.job_event", "run_id")
                .with("semblance.job_item_failure", "run_id");
    }
}
