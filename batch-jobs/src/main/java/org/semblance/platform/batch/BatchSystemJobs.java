package org.semblance.platform.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.jobs.JobAudit;
import org.semblance.jobs.JobExecutionId;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.SystemJobs;

/** The door to Jakarta Batch for the features themselves, which have no caller or have checked theirs. */
@Stateless
@Local(SystemJobs.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchSystemJobs implements SystemJobs {
    private static final int LATEST = 20;

    private final JobDefinitions definitions;
    private final JobAudit audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BatchSystemJobs() {
        this(null, null);
    }

    @Inject
    public BatchSystemJobs(JobDefinitions definitions, JobAudit audit) {
        this.definitions = definitions;
        this.audit = audit;
    }

    @Override
    public JobExecutionId start(Actor actor, JobRequest request) {
        var parameters = definitions.require(request.job()).check(request.parameters());
        var id = JobRuns.start(request.job(), parameters);
        audit.record(actor, AuditEvent.success("job.started", "job", id).with("job", request.job()));
        return id;
    }

    @Override
    public JobStatus status(JobExecutionId id) {
        return JobStatuses.of(JobRuns.require(id), JobRuns.operator());
    }

    @Override
    public boolean isInterrupted(JobExecutionId id) {
        return JobStatuses.isInterrupted(JobRuns.require(id));
    }

    @Override
    public boolean isRunning(String job) {
        return JobRuns.list(job, LATEST)
                .map(execution -> JobStatuses.of(execution, JobRuns.operator()).state())
                .anyMatch(state -> !state.isFinal());
    }
}
