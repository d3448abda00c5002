package org.semblance.privacy.erasure;

import org.semblance.platform.Problem;

/** There is no such erasure. */
public class ErasureNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public ErasureNotFoundException(ErasureId id) {
        super(Kind.NOT_FOUND, "erasure-not-found", "There is no erasure " + id);
    }
}
