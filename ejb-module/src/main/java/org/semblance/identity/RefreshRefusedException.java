package org.semblance.identity;

import org.semblance.platform.Problem;

/** The refresh token is unknown or was used before, or its session has ended. */
public class RefreshRefusedException extends Problem {
    private static final long serialVersionUID = 1L;

    public RefreshRefusedException() {
        super(
                Kind.UNAUTHENTICATED,
                "refresh-refused",
                "The session has ended, or this is not its latest refresh token; sign in again (POST /api/v1/auth/token)");
    }
}
