package org.semblance.identity;

import org.semblance.platform.Problem;

/** The caller may do it, but has not proved their password recently enough. */
public class StepUpRequiredException extends Problem {
    private static final long serialVersionUID = 1L;

    public StepUpRequiredException() {
        super(
                Kind.FORBIDDEN,
                "step-up-required",
                "Prove your password again (POST /api/v1/auth/step-up), then repeat the request");
    }
}
