package org.semblance.identity;

import org.semblance.platform.Problem;

/** The access token is forged, malformed or has expired, or its session has ended. */
public class TokenInvalidException extends Problem {
    private static final long serialVersionUID = 1L;

    private static final String CODE = "token-invalid";
    private static final String MESSAGE =
            "The access token is not valid or has expired; sign in again (POST /api/v1/auth/token)";

    public TokenInvalidException() {
        super(Kind.UNAUTHENTICATED, CODE, MESSAGE);
    }

    public TokenInvalidException(Throwable cause) {
        super(Kind.UNAUTHENTICATED, CODE, MESSAGE, cause);
    }
}
