package org.semblance.idempotency;

import org.semblance.platform.Problem;

/** The key stands for another request of the same caller. */
public class KeyReusedException extends Problem {
    private static final long serialVersionUID = 1L;

    public KeyReusedException() {
        super(
                Kind.REFUSED,
                "idempotency-key-reused",
                "This Idempotency-Key stands for another request; give each request a key of its own");
    }
}
