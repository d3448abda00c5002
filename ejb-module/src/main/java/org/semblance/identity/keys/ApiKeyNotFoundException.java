package org.semblance.identity.keys;

import org.semblance.platform.Problem;

/** There is no such key, or it is somebody else's. */
public class ApiKeyNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public ApiKeyNotFoundException(long id) {
        super(Kind.NOT_FOUND, "api-key-not-found", "There is no API key " + id);
    }
}
