package org.semblance.identity;

/** The database does not tell what a caller may do, and nothing recent is remembered. */
public class AccessUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessUnknownException(Throwable cause) {
        super("What the caller may do could not be read", cause);
    }
}
