package org.semblance.platform.batch;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobState;
import org.semblance.jobs.TakenRun;

/** A run that this node's batch runtime does. None of this may be called inside a transaction. */
final class RunningHere {
    private static final Logger LOG = Logger.getLogger(RunningHere.class);

    private final TakenRun taken;
    private final long execution;
    private boolean isAskedToStop;

    private RunningHere(TakenRun taken, long execution) {
        this.taken = taken;
        this.execution = execution;
    }

    /** Every attempt is a start: where it goes on is the run's to know, whichever node had it before. */
    static Optional<RunningHere> begin(TakenRun run, JobQueue queue) {
        var properties = new Properties();
        properties.putAll(run.parameters());
        properties.setProperty("job-run", run.id().toString());
        properties.setProperty("job-attempt", Integer.toString(run.attempt()));
        try {
            long execution = BatchRuntime.getJobOperator().start(run.job(), properties);
            queue.begun(run, execution);
            return Optional.of(new RunningHere(run, execution));
        } catch (JobStartException e) {
            LOG.errorf(e, "Job run %s of %s could not be started", run.id(), run.job());
            queue.end(run, JobState.FAILED, "The job could not be started; the server's log says why");
            return Optional.empty();
        }
    }

    TakenRun taken() {
        return taken;
    }

    /** Once is enough: it stops when it has done what it is at. */
    void askToStop() {
        if (isAskedToStop) {
            return;
        }
        isAskedToStop = true;
        try {
            BatchRuntime.getJobOperator().stop(execution);
        } catch (JobExecutionNotRunningException e) {
            LOG.debugf("Job run %s has ended before it could be stopped", taken.id());
        }
    }

    /** Whether it has, which is told to the queue. */
    boolean hasEnded(JobQueue queue) {
        JobExecution now = BatchRuntime.getJobOperator().getJobExecution(execution);
        switch (now.getBatchStatus()) {
            case COMPLETED -> queue.end(taken, JobState.COMPLETED, null);
            case FAILED, ABANDONED -> queue.end(taken, JobState.FAILED, message(now));
            case STOPPED -> stopped(queue);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What nobody asked to stop was stopped by the server, which goes away. */
    private void stopped(JobQueue queue) {
        if (isAskedToStop) {
            queue.end(taken, JobState.STOPPED, null);
        } else {
            queue.putBack(taken);
        }
    }

    private static @Nullable String message(JobExecution execution) {
        String exit = execution.getExitStatus();
        return exit == null || exit.equals(BatchStatus.FAILED.name())
                ? "The run failed; the server's log says why"
                : exit;
    }
}
