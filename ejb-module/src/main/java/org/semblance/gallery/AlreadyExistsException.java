package org.semblance.gallery;

import org.semblance.platform.Problem;

/** The name or external id is taken. */
public class AlreadyExistsException extends Problem {
    private static final long serialVersionUID = 1L;

    public AlreadyExistsException(String what, Throwable cause) {
        super(Kind.CONFLICT, "already-exists", what + " exists already; choose another or use the existing one", cause);
    }
}
