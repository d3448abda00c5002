package org.semblance.platform.rest;

import org.semblance.platform.Problem;

/** A request says twice who sends it. */
public class SeveralCredentialsException extends Problem {
    private static final long serialVersionUID = 1L;

    public SeveralCredentialsException() {
        super(
                Kind.INVALID,
                "several-credentials",
                "Send either 'X-API-Key: smb_...' or 'Authorization: Bearer ...', not both");
    }
}
