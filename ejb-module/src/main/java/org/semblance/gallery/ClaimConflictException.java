package org.semblance.gallery;

import org.semblance.platform.Problem;

/** Two users claim the persons that are to become one. */
public class ClaimConflictException extends Problem {
    private static final long serialVersionUID = 1L;

    public ClaimConflictException(PersonId one, PersonId other) {
        super(
                Kind.CONFLICT,
                "claim-conflict",
                "The persons " + one + " and " + other + " are claimed by different users; take one claim away first");
    }
}
