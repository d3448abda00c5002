package org.semblance.platform;

/** A value that the caller gave breaks a rule; carries which one. */
public class InvalidInputException extends Problem {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidInputException(String field, String message) {
        super(Kind.INVALID, "invalid-input", message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
