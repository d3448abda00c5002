package org.semblance.privacy.erasure;

import org.semblance.platform.Problem;

/** The erasure is done or was called off, so it cannot be run again. */
public class ErasureEndedException extends Problem {
    private static final long serialVersionUID = 1L;

    public ErasureEndedException(ErasureId id, Erasure.State state) {
        super(
                Kind.CONFLICT,
                "erasure-ended",
                "Erasure " + id + " is " + state.code() + "; ask for another one if there is somebody to erase");
    }
}
