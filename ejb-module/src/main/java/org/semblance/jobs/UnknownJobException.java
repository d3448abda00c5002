package org.semblance.jobs;

import org.semblance.platform.Problem;

/** No job has that name. */
public class UnknownJobException extends Problem {
    private static final long serialVersionUID = 1L;

    public UnknownJobException(String job, Iterable<String> known) {
        super(Kind.INVALID, "job-unknown", "There is no job '" + job + "'; known are " + String.join(", ", known));
        names(job);
    }
}
