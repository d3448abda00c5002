package org.semblance.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Runs of jobs that did what they were to do, or were given up. */
@ApplicationScoped
public class EndedRuns extends AgedRowsKind {
    public EndedRuns() {
        super(
                "job-runs",
                "Completed and abandoned runs of jobs with their logs, from their end on",
                Lifetime.ofDays(30, 1, 3650).orForEver(),
                FinishedRuns.in("('completed', 'abandoned')"));
    }
}
