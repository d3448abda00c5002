package org.semblance.identity.signing;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys as this node knows them: read again every minute, and sooner for a key that it has not heard of, though not
 * more than every few seconds, since anybody can send tokens with invented keys. While the database does not answer,
 * what was last read counts on.
 */
@ApplicationScoped
public class SigningKeys {
    /** A node may go on signing with a key for this long after another node has replaced it. */
    public static final Duration READ_EVERY = Duration.ofMinutes(1);

    private static final Duration READ_AT_MOST_EVERY = Duration.ofSeconds(5);

    private final SigningKeyStore store;
    private final Clock clock;

    private volatile @Nullable KeyRing ring;
    private volatile Instant readAt = Instant.EPOCH;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKeys() {
        this(null, null);
    }

    @Inject
    public SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The one that signs, made now when there is none. */
    public SigningKey signing() {
        return ring().signing();
    }

    /** The one of that id, if tokens that it signed still count. */
    public Optional<VerificationKey> find(String id) {
        var known = ring().find(id);
        if (known.isPresent() || isFresh(READ_AT_MOST_EVERY)) {
            return known;
        }
        return refresh().find(id);
    }

    /** Those that outsiders may need to check a token. */
    public Collection<VerificationKey> published() {
        return ring().verifying().values();
    }

    /** Takes notice of a change at once. */
    public void forget() {
        readAt = Instant.EPOCH;
    }

    private KeyRing ring() {
        KeyRing known = ring;
        return known != null && isFresh(READ_EVERY) ? known : refresh();
    }

    private boolean isFresh(Duration period) {
        return clock.instant().isBefore(readAt.plus(period));
    }

    /** By one thread at a time: the others find what it has read. */
    private synchronized KeyRing refresh() {
        KeyRing known = ring;
        if (known != null && isFresh(READ_AT_MOST_EVERY)) {
            return known;
        }
        try {
            KeyRing read = store.find().orElseGet(() -> store.first(SigningKey.generate()));
            ring = read;
            readAt = clock.instant();
            return read;
        } catch (EJBException | IllegalStateException e) {
            if (known == null) {
                throw e;
            }
            readAt = clock.instant();
            return known;
        }
    }
}
