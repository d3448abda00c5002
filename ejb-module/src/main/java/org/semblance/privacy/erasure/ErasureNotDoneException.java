package org.semblance.privacy.erasure;

import org.semblance.platform.Problem;

/** The erasure has no report yet. */
public class ErasureNotDoneException extends Problem {
    private static final long serialVersionUID = 1L;

    public ErasureNotDoneException(ErasureId id, Erasure.State state) {
        super(
                Kind.CONFLICT,
                "erasure-not-done",
                "Erasure " + id + " is " + state.code() + "; there is a report once it is done");
    }
}
