package org.semblance.identity;

import org.semblance.platform.Problem;

/** Name and password are right; a code of the authenticator app is missing. */
public class SecondFactorRequiredException extends Problem {
    private static final long serialVersionUID = 1L;

    public SecondFactorRequiredException() {
        super(
                Kind.UNAUTHENTICATED,
                "second-factor-required",
                "Send the code that your authenticator app shows, or a recovery code, as 'code'");
    }
}
