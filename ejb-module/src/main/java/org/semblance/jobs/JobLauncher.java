package org.semblance.jobs;

import java.util.List;
import org.semblance.platform.Page;

/** Starts, watches, stops and restarts jobs. */
public interface JobLauncher {
    /** The jobs that can be started. */
    List<JobKind> kinds();

    /** Asks for a run after checking its parameters; {@link UnknownJobException} when there is no such job. */
    JobRunId start(JobRequest request);

    /** Refuses what {@link #start} would refuse. */
    void check(JobRequest request);

    /** How a run goes; {@link JobNotFoundException} when there is none with that id. */
    JobStatus status(JobRunId id);

    /** Runs, the newest first. */
    Page<JobStatus> list(JobQuery query);

    /** What a run refused, in order. */
    Page<JobItemFailure> failures(JobRunId id, long after, int limit);

    /** What happened to a run, in order. */
    Page<JobEvent> events(JobRunId id, long after, int limit);

    /** Asks a run to stop after what it is doing; it can be restarted. One that waits stops at once. */
    void stop(JobRunId id);

    /** Goes on with a stopped or failed run after what it has done; takes what {@link #start} takes of its caller. */
    void restart(JobRunId id);

    /** Gives a stopped or failed run up for good. */
    void abandon(JobRunId id);

    /** A new run for just what another one refused. */
    JobRunId retryFailures(JobRunId id);
}
