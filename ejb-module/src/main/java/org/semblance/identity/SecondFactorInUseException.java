package org.semblance.identity;

import org.semblance.platform.Problem;

/** The user has an authenticator app already. */
public class SecondFactorInUseException extends Problem {
    private static final long serialVersionUID = 1L;

    public SecondFactorInUseException() {
        super(
                Kind.CONFLICT,
                "second-factor-in-use",
                "You have an authenticator app already: remove it first (DELETE /api/v1/auth/totp)");
    }
}
