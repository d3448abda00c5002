package org.semblance.jobs;

import org.semblance.platform.Problem;

/** Whoever starts the job may not do what it does. */
public class JobPermissionException extends Problem {
    private static final long serialVersionUID = 1L;

    public JobPermissionException(String job, String permission) {
        super(
                Kind.FORBIDDEN,
                "job-permission-missing",
                "Whoever starts " + job + " also needs the permission " + permission + " for all galleries");
        names(permission);
    }
}
