package org.semblance.platform.batch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.StepUp;
import org.semblance.jobs.JobEvent;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobPermissionException;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobRuns;
import org.semblance.jobs.JobStateException;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.QueuedRun;
import org.semblance.jobs.UnknownJobException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** What people do with jobs. A run that is asked for waits in the queue until a node is free for it. */
@Stateless
@Local(JobLauncher.class)
public class BatchJobLauncher implements JobLauncher {
    private final JobDefinitions definitions;
    private final JobQueue queue;
    private final JobRuns runs;
    private final JobItemFailures failures;
    private final AuditLog audit;
    private final StepUp stepUp;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BatchJobLauncher() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public BatchJobLauncher(
            JobDefinitions definitions,
            JobQueue queue,
            JobRuns runs,
            JobItemFailures failures,
            AuditLog audit,
            StepUp stepUp) {
        this.stepUp = stepUp;
        this.definitions = definitions;
        this.queue = queue;
        this.runs = runs;
        this.failures = failures;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public List<JobKind> kinds() {
        return definitions.kinds();
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public JobRunId start(JobRequest request) {
        var id = queue.add(prepare(request));
        audit.record(AuditEvent.success("job.started", "job", id).with("job", request.job()));
        return id;
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public void check(JobRequest request) {
        prepare(request);
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public JobStatus status(JobRunId id) {
        return runs.require(id);
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public Page<JobStatus> list(JobQuery query) {
        return runs.list(query);
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public Page<JobItemFailure> failures(JobRunId id, long after, int limit) {
        runs.require(id);
        return failures.list(id, after, limit);
    }

    @Override
    @RolesAllowed(Permissions.JOB_READ)
    public Page<JobEvent> events(JobRunId id, long after, int limit) {
        runs.require(id);
        return runs.events(id, after, limit);
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public void stop(JobRunId id) {
        change(id, queue::stop, "is neither waiting nor running, so it cannot be stopped");
        audit.record(AuditEvent.success("job.stopped", "job", id));
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public void restart(JobRunId id) {
        mayStart(definitions.require(runs.require(id).job()));
        change(id, queue::restart, "has neither stopped nor failed, so it cannot be restarted");
        audit.record(AuditEvent.success("job.restarted", "job", id));
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public void abandon(JobRunId id) {
        change(id, queue::abandon, "has neither stopped nor failed, so it cannot be abandoned");
        audit.record(AuditEvent.success("job.abandoned", "job", id));
    }

    @Override
    @RolesAllowed(Permissions.JOB_MANAGE)
    public JobRunId retryFailures(JobRunId id) {
        var run = runs.require(id);
        if (!definitions.require(run.job()).retriesItems()) {
            throw new JobStateException("The job " + run.job() + " cannot do single items again");
        }
        if (!run.state().isFinal() || run.progress().failed() == 0) {
            throw new JobStateException("The job run " + id + " has refused nothing, or has not ended yet");
        }
        var parameters = new HashMap<>(run.parameters());
        parameters.put(JobDefinitions.RETRY_OF, id.toString());
        return start(new JobRequest(run.job(), parameters));
    }

    private void change(JobRunId id, BiPredicate<JobRunId, String> change, String refusal) {
        runs.require(id);
        if (!change.test(id, caller())) {
            throw new JobStateException("The job run " + id + " " + refusal);
        }
    }

    private static String caller() {
        return CurrentUser.require().username();
    }

    private QueuedRun prepare(JobRequest request) {
        var definition = definitions.require(request.job());
        if (definition.isInternal()) {
            throw new UnknownJobException(
                    request.job(),
                    definitions.kinds().stream().map(JobKind::job).toList());
        }
        mayStart(definition);
        return definitions.prepare(request, Actor.caller(caller()));
    }

    private void mayStart(JobDefinition definition) {
        var caller = CurrentUser.require();
        for (String permission : definition.permissions()) {
            if (!caller.scope(permission).everywhere()) {
                throw new JobPermissionException(definition.job(), permission);
            }
        }
        if (definition.needsStepUp()) {
            stepUp.require();
        }
    }
}
