package org.semblance.identity.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.semblance.audit.Actor;
import org.semblance.identity.IdentitySettings;

/** Puts a new key in the place of one that is old, or that somebody wants to be rid of. */
@ApplicationScoped
public class SigningKeyRotation {
    /** For nodes that have not noticed yet, and for clocks that differ. */
    private static final Duration MARGIN = SigningKeys.READ_EVERY.multipliedBy(2);

    private final SigningKeyStore store;
    private final SigningKeys keys;
    private final Duration maxAge;
    private final Duration overlap;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKeyRotation() {
        this.store = null;
        this.keys = null;
        this.maxAge = null;
        this.overlap = null;
        this.clock = null;
    }

    @Inject
    public SigningKeyRotation(
            SigningKeyStore store, SigningKeys keys, SigningSettings settings, IdentitySettings identity, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.maxAge = settings.maxAge();
        this.overlap = identity.tokenLifetime().plus(MARGIN);
        this.clock = clock;
    }

    public void rotate(Actor actor) {
        store.replaceOlderThan(Instant.MAX, SigningKey.generate(), overlap, actor);
        keys.forget();
    }

    /** Rotates when the key that signs is too old, and forgets those that nobody needs. */
    public void keepUp() {
        Instant now = clock.instant();
        Instant oldest = now.minus(maxAge);
        if (store.list().stream().anyMatch(key -> key.isSigningSinceBefore(oldest))) {
            store.replaceOlderThan(oldest, SigningKey.generate(), overlap, Actor.system());
            keys.forget();
        }
        store.forgetUnused(now);
    }
}
