package org.semblance.identity.keys;

import org.semblance.platform.Problem;

/** Somebody has as many keys as one may have. */
public class TooManyApiKeysException extends Problem {
    private static final long serialVersionUID = 1L;

    public TooManyApiKeysException(int most) {
        super(
                Kind.CONFLICT,
                "too-many-api-keys",
                "You have " + most + " API keys, which is as many as there may be; revoke one that is not needed");
    }
}
