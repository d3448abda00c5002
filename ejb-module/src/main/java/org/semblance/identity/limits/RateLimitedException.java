package org.semblance.identity.limits;

import java.util.OptionalInt;
import org.semblance.platform.Problem;

/** The caller has asked for more than they may for the time being. */
public class RateLimitedException extends Problem {
    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    public RateLimitedException(int retryAfterSeconds) {
        super(
                Kind.LIMITED,
                "rate-limited",
                "You have asked for more than you may for now; wait for " + retryAfterSeconds + " s");
        names(String.valueOf(retryAfterSeconds));
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(retryAfterSeconds);
    }
}
