package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** Something of that name is there already. */
public class NameTakenException extends Problem {
    private static final long serialVersionUID = 1L;

    public NameTakenException(String what) {
        super(Kind.CONFLICT, "already-exists", what + " exists already");
    }
}
