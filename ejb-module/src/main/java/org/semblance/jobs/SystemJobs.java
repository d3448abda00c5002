package org.semblance.jobs;

import org.semblance.audit.Actor;

/** Jobs that a feature starts itself, after it has checked who asked for it; never called for a caller directly. */
public interface SystemJobs {

    /** Starts a job in the name of whoever asked for it. */
    JobExecutionId start(Actor actor, JobRequest request);

    /** How a run goes; {@link JobNotFoundException} when there is none with that id. */
    JobStatus status(JobExecutionId id);

    /** Whether a run ended because the server that ran it died. */
    boolean isInterrupted(JobExecutionId id);

    /** Whether a run of that job goes on at this moment. */
    boolean isRunning(String job);
}
