package org.semblance.idempotency;

import org.semblance.platform.Problem;

/** The same request is under way. */
public class KeyInUseException extends Problem {
    private static final long serialVersionUID = 1L;

    public KeyInUseException() {
        super(
                Kind.CONFLICT,
                "idempotency-key-in-use",
                "A request with this Idempotency-Key is under way; wait for its answer, or send it again in a while");
    }
}
