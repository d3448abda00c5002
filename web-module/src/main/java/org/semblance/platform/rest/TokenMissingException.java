package org.semblance.platform.rest;

import org.semblance.platform.Problem;

/** The resource is not for everybody, and the request does not say who sends it. */
public class TokenMissingException extends Problem {
    private static final long serialVersionUID = 1L;

    public TokenMissingException() {
        super(
                Kind.UNAUTHENTICATED,
                "token-missing",
                "Sign in (POST /api/v1/auth/token) and send the access token as 'Authorization: Bearer ...', or an API "
                        + "key as 'X-API-Key: ...'");
    }
}
