package org.semblance.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Runs of jobs that somebody may still want to go on with. */
@ApplicationScoped
public class UnfinishedRuns extends AgedRowsKind {
    public UnfinishedRuns() {
        super(
                "failed-job-runs",
                "Failed and stopped runs of jobs, from their end on; they cannot be restarted afterwards",
                Lifetime.ofDays(90, 1, 3650).orForEver(),
                FinishedRuns.in("('failed', 'stopped')"));
    }
}
