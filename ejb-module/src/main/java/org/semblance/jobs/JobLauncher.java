package org.semblance.jobs;

import java.util.List;
import org.semblance.platform.Page;

/** Starts, watches, stops and restarts jobs. */
public interface JobLauncher {

    /** Starts a job after checking its parameters; {@link UnknownJobException} when there is none of that name. */
    JobExecutionId start(JobRequest request);

    /** How a run goes; {@link JobNotFoundException} when there is none with that id. */
    JobStatus status(JobExecutionId id);

    /** The latest runs, newest first. */
    List<JobStatus> list(int limit);

    /** What a run refused, in order. */
    Page<JobItemFailure> failures(JobExecutionId id, long after, int limit);

    /** Asks a run to stop after what it is doing; it can be restarted. */
    void stop(JobExecutionId id);

    /** Goes on with a stopped or failed run from its last checkpoint. */
    JobExecutionId restart(JobExecutionId id);
}
