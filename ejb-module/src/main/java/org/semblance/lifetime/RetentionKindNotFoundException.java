package org.semblance.lifetime;

import org.semblance.platform.Problem;

/** Nothing of that name is kept for a time. */
public class RetentionKindNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public RetentionKindNotFoundException(String name) {
        super(Kind.NOT_FOUND, "retention-kind-not-found", "Nothing called '" + name + "' is kept for a time");
    }
}
