package org.semblance.jobs;

import jakarta.ejb.ApplicationException;

/** Another node does the run by now, or it was ended: whatever this attempt still does must not count. */
@ApplicationException(rollback = true)
public class RunLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunLostException(JobRunId run) {
        super("Job run " + run + " is no longer this node's");
    }
}
