package org.semblance.gallery;

import org.semblance.platform.Problem;

/** The person has no such legal hold, or it has been released before. */
public class LegalHoldNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public LegalHoldNotFoundException(LegalHoldId id) {
        super(Kind.NOT_FOUND, "hold-not-found", "The person has no legal hold " + id + " that could be released");
    }
}
