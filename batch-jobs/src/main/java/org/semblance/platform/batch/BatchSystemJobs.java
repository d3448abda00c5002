package org.semblance.platform.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobRuns;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.SystemJobs;

/** Jobs of the features themselves, which have no caller or have checked theirs. */
@Stateless
@Local(SystemJobs.class)
@PermitAll
public class BatchSystemJobs implements SystemJobs {
    private final JobDefinitions definitions;
    private final JobQueue queue;
    private final JobRuns runs;
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BatchSystemJobs() {
        this(null, null, null, null);
    }

    @Inject
    public BatchSystemJobs(JobDefinitions definitions, JobQueue queue, JobRuns runs, AuditLog audit) {
        this.definitions = definitions;
        this.queue = queue;
        this.runs = runs;
        this.audit = audit;
    }

    @Override
    public JobRunId start(Actor actor, JobRequest request) {
        var id = queue.add(definitions.prepare(request, actor));
        audit.record(actor, AuditEvent.success("job.started", "job", id).with("job", request.job()));
        return id;
    }

    @Override
    public JobStatus status(JobRunId id) {
        return runs.require(id);
    }

    @Override
    public boolean isRunning(String job) {
        return runs.isUnderWay(job);
    }
}
