package org.semblance.identity.keys;

import org.semblance.platform.Problem;

/** A key was to be allowed more than its maker is. */
public class ApiKeyTooWideException extends Problem {
    private static final long serialVersionUID = 1L;

    public ApiKeyTooWideException(String what) {
        super(Kind.FORBIDDEN, "api-key-too-wide", "A key cannot have more than you do: " + what);
    }
}
