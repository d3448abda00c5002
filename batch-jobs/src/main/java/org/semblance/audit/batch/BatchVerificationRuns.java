package org.semblance.audit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.semblance.audit.Actor;
import org.semblance.audit.chain.TrailInspection;
import org.semblance.audit.chain.VerificationRuns;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.SystemJobs;

/** Verifications as runs of the job {@code verify-audit}. */
@ApplicationScoped
public class BatchVerificationRuns implements VerificationRuns {
    private final SystemJobs jobs;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BatchVerificationRuns() {
        this(null);
    }

    @Inject
    public BatchVerificationRuns(SystemJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public long start(Actor actor) {
        var request = new JobRequest(TrailInspection.JOB, Map.of("by", actor.name()));
        return jobs.start(actor, request).value();
    }

    @Override
    public boolean isRunning() {
        return jobs.isRunning(TrailInspection.JOB);
    }
}
