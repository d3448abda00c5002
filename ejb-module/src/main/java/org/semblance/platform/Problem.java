package org.semblance.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.OptionalInt;

/**
 * A refusal that the caller can understand and act on. Its code is stable and part of the API; its message says what
 * to do. Rolls the transaction back.
 */
@ApplicationException(rollback = true)
public abstract class Problem extends RuntimeException {

    /** What sort of refusal it is; only the REST layer knows which HTTP status that means. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        OUTDATED,
        TOO_LARGE,
        UNSUPPORTED_TYPE,
        REFUSED,
        BUSY,
        LIMITED,
        UNAVAILABLE
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private List<String> named = List.of();

    protected Problem(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    protected Problem(Kind kind, String code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    /** Tells apart what the message names, in the order in which translations number it. */
    protected final void names(String... things) {
        named = List.of(things);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, kebab-case, documented: what a program compares. */
    public String code() {
        return code;
    }

    /** What a translation of the message fills in: what it names, or else the message itself. */
    public List<String> parameters() {
        return named.isEmpty() ? List.of(getMessage()) : named;
    }

    /** In how many seconds to try again, where that helps. */
    public OptionalInt retryAfter() {
        return OptionalInt.empty();
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
