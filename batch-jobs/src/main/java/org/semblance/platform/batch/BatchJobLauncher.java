package org.semblance.platform.batch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.semblance.audit.AuditEvent;
import org.semblance.jobs.JobAudit;
import org.semblance.jobs.JobExecutionId;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobStateException;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.UnknownJobException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/**
 * The one door to Jakarta Batch: every deployment has its own job operator, and what one started another cannot stop.
 * A job operator must not be called inside a transaction.
 */
@Stateless
@Local(JobLauncher.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchJobLauncher implements JobLauncher {
    private final JobDefinitions definitions;
    private final JobItemFailures failures;
    private final JobAudit audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BatchJobLauncher() {
        this(null, null, null);
    }

    @Inject
    public BatchJobLauncher(JobDefinitions definitions, JobItemFailures failures, JobAudit audit) {
        this.definitions = definitions;
        this.failures = failures;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public JobExecutionId start(JobRequest request) {
        var definition = definitions.require(request.job());
        if (definition.isInternal()) {
            throw new UnknownJobException(request.job(), definitions.startable());
        }
        var id = JobRuns.start(request.job(), definition.check(request.parameters()));
        audit.record(AuditEvent.success("job.started", "job", id).with("job", request.job()));
        return id;
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public JobStatus status(JobExecutionId id) {
        return JobStatuses.of(JobRuns.require(id), JobRuns.operator());
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public List<JobStatus> list(int limit) {
        int count = Page.fetchSize(limit) - 1;
        return definitions.names().stream()
                .flatMap(job -> JobRuns.list(job, count))
                .sorted(Comparator.comparing(JobExecution::getExecutionId).reversed())
                .limit(count)
                .map(execution -> JobStatuses.of(execution, JobRuns.operator()))
                .toList();
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public Page<JobItemFailure> failures(JobExecutionId id, long after, int limit) {
        JobRuns.require(id);
        return failures.list(id, after, limit);
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public void stop(JobExecutionId id) {
        JobRuns.require(id);
        try {
            JobRuns.operator().stop(id.value());
        } catch (JobExecutionNotRunningException e) {
            throw new JobStateException("The job run " + id + " is not running, so it cannot be stopped", e);
        }
        audit.record(AuditEvent.success("job.stopped", "job", id));
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public JobExecutionId restart(JobExecutionId id) {
        JobRuns.require(id);
        try {
            var restarted = new JobExecutionId(JobRuns.operator().restart(id.value(), new Properties()));
            audit.record(AuditEvent.success("job.restarted", "job", id).with("restarted_as", restarted.value()));
            return restarted;
        } catch (JobExecutionAlreadyCompleteException | JobExecutionNotMostRecentException e) {
            throw new JobStateException("The job run " + id + " has completed or was restarted already", e);
        } catch (JobRestartException e) {
            throw new JobStateException("The job run " + id + " is still running; stop it first", e);
        }
    }
}
