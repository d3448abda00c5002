package org.semblance.gallery;

import org.semblance.platform.Problem;

/** The change has been undone before. */
public class AlreadyUndoneException extends Problem {
    private static final long serialVersionUID = 1L;

    public AlreadyUndoneException(PersonChangeId change) {
        super(Kind.CONFLICT, "already-undone", "The change " + change + " has been undone already");
    }
}
