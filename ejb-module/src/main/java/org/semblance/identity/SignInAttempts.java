package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Attempts to sign in that failed; younger ones must go on slowing guesses down. */
@ApplicationScoped
public class SignInAttempts extends AgedRowsKind {
    public SignInAttempts() {
        super(
                "sign-in-attempts",
                "Failed attempts to sign in, from the first of a row on",
                Lifetime.ofDays(1, 1, 30),
                AgedRows.of("sign_in_throttle", "kind, subject", "since"));
    }
}
