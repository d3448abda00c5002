package org.semblance.gallery;

import org.semblance.platform.Problem;

/** The name or external id is taken. */
public class AlreadyExistsException extends Problem {
    private static final long serialVersionUID = 1L;

    public AlreadyExistsException(String what) {
        super(Kind.CONFLICT, "already-exists", message(what));
    }

    /** Somebody else took it in the same moment. */
    public AlreadyExistsException(String what, Throwable cause) {
        super(Kind.CONFLICT, "already-exists", message(what), cause);
    }

    private static String message(String what) {
        return what + " exists already; choose another or use the existing one";
    }
}
