package org.semblance.surveillance.review;

import org.semblance.platform.Problem;
import org.semblance.surveillance.unknown.StrangerId;

/** A stranger is open, but all faces that there were are decided or gone. */
public class NothingWaitsException extends Problem {
    private static final long serialVersionUID = 1L;

    public NothingWaitsException(StrangerId stranger) {
        super(
                Kind.CONFLICT,
                "unknown-face-decided",
                "No face of stranger " + stranger + " waits for a decision any more");
    }
}
