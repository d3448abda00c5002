package org.semblance.jobs;

import org.semblance.platform.Problem;

/** No run of a job has that id. */
public class JobNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public JobNotFoundException(JobRunId id) {
        super(Kind.NOT_FOUND, "job-not-found", "There is no job run " + id);
    }
}
