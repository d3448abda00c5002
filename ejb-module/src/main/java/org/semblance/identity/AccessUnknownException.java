package org.semblance.identity;

import jakarta.ejb.ApplicationException;

/** The database does not tell what a caller may do, and nothing recent is remembered. Passes containers as it is. */
@ApplicationException(inherited = true, rollback = true)
public class AccessUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessUnknownException(Throwable cause) {
        super("What the caller may do could not be read", cause);
    }
}
