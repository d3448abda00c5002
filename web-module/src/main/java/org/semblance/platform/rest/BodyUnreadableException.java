package org.semblance.platform.rest;

import org.semblance.platform.Problem;

/** The body of the request is not what it says it is, or broke off. */
public class BodyUnreadableException extends Problem {
    private static final long serialVersionUID = 1L;

    public BodyUnreadableException(String message) {
        super(Kind.INVALID, "body-unreadable", message);
    }

    public BodyUnreadableException(String message, Throwable cause) {
        super(Kind.INVALID, "body-unreadable", message, cause);
    }
}
