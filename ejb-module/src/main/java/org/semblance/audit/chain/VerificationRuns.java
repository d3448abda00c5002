package org.semblance.audit.chain;

import org.semblance.audit.Actor;

/** Verifies the trail as a job, which may take its time. */
public interface VerificationRuns {

    /** Starts a verification in the name of whoever asked for it; the number of the job's run. */
    long start(Actor actor);

    /** Whether a verification is under way. */
    boolean isRunning();
}
