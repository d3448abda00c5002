package org.semblance.vision;

import org.semblance.platform.Problem;

/** Liveness was asked for, and the active pack has no models that could tell. */
public class LivenessUnavailableException extends Problem {
    private static final long serialVersionUID = 1L;

    public LivenessUnavailableException() {
        super(
                Kind.CONFLICT,
                "liveness-unavailable",
                "The active model pack has no liveness models. Leave liveness out, or activate a pack whose pack.yaml"
                        + " has a section liveness; models/README.md says how to make one");
    }
}
