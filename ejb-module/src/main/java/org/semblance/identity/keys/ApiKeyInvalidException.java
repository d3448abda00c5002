package org.semblance.identity.keys;

import org.semblance.platform.Problem;

/** The key is not one of ours, or not any more. Only whoever has its secret is told which. */
public class ApiKeyInvalidException extends Problem {
    private static final long serialVersionUID = 1L;

    private ApiKeyInvalidException(String message) {
        super(Kind.UNAUTHENTICATED, "api-key-invalid", message);
    }

    static ApiKeyInvalidException unknown() {
        return new ApiKeyInvalidException("This is no API key of this installation; check that it was copied whole");
    }

    static ApiKeyInvalidException revoked() {
        return new ApiKeyInvalidException("This API key was revoked; ask its owner for another");
    }

    static ApiKeyInvalidException expired() {
        return new ApiKeyInvalidException("This API key has expired; ask its owner for another");
    }

    static ApiKeyInvalidException withoutOwner() {
        return new ApiKeyInvalidException("The owner of this API key is disabled; ask an administrator");
    }
}
