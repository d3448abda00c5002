package org.semblance.identity;

import org.semblance.platform.Problem;

/** The access token is forged, malformed or has expired. */
public class TokenInvalidException extends Problem {
    private static final long serialVersionUID = 1L;

    public TokenInvalidException(Throwable cause) {
        super(
                Kind.UNAUTHENTICATED,
                "token-invalid",
                "The access token is not valid or has expired; sign in again (POST /api/v1/auth/token)",
                cause);
    }
}
