package org.semblance.jobs;

import org.semblance.platform.Problem;

/** The run is in a state in which this cannot be done to it. */
public class JobStateException extends Problem {
    private static final long serialVersionUID = 1L;

    public JobStateException(String message) {
        super(Kind.CONFLICT, "job-state", message);
    }
}
