package org.semblance.jobs;

import org.semblance.audit.Actor;

/** Jobs that a feature starts itself, after it has checked who asked for it; never called for a caller directly. */
public interface SystemJobs {
    /** Asks for a run in the name of whoever wants it. */
    JobRunId start(Actor actor, JobRequest request);

    /** How a run goes; {@link JobNotFoundException} when there is none with that id. */
    JobStatus status(JobRunId id);

    /** Whether a run of that job waits or goes on at this moment, on any node. */
    boolean isRunning(String job);
}
