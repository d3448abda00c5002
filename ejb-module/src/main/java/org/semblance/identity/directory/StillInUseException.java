package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** Users still have the role or belong to the department that was to go. */
public class StillInUseException extends Problem {
    private static final long serialVersionUID = 1L;

    public StillInUseException(String what) {
        super(Kind.CONFLICT, "still-in-use", what + " still has users: take them out of it first");
    }
}
