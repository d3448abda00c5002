package org.semblance.platform.rest;

import org.semblance.platform.Problem;

/** The server stopped reading the request: its body is larger than any request may be. */
public class RequestTooLargeException extends Problem {
    private static final long serialVersionUID = 1L;

    public RequestTooLargeException() {
        super(Kind.TOO_LARGE, "request-too-large", StandardProblem.of(413).detail());
    }
}
