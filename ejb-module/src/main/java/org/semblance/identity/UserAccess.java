package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What callers may do, read for every request, so that a change counts from the next one on, on every node. While the
 * database does not answer, what was last read counts on for a bounded while, so that recognition survives an outage.
 */
@ApplicationScoped
public class UserAccess {
    private static final Logger LOG = Logger.getLogger(UserAccess.class);
    private static final int REMEMBERED = 10_000;

    /** Asking again costs each request up to the time that the pool waits for a connection. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Grants grants;
    private final Duration grace;
    private final Clock clock;
    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private volatile Instant unreachableUntil = Instant.MIN;
    private volatile boolean isAway;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UserAccess() {
        this.grants = null;
        this.grace = null;
        this.clock = null;
    }

    @Inject
    public UserAccess(Grants grants, SessionSettings settings, Clock clock) {
        this.grants = grants;
        this.grace = settings.outageGrace();
        this.clock = clock;
    }

    /** The user of a session; {@link TokenInvalidException} when it has ended or the user is disabled. */
    public SignedInUser require(UUID user, UUID session) {
        return find(user, session).orElseThrow(TokenInvalidException::new);
    }

    /** The user of a session; empty when it has ended or the user is disabled. */
    public Optional<SignedInUser> find(UUID user, UUID session) {
        return read(session, () -> grants.find(user, session));
    }

    /** A user whom something else than a session proves; {@link TokenInvalidException} when they are disabled. */
    public SignedInUser require(UUID user) {
        return read(user, () -> grants.find(user)).orElseThrow(TokenInvalidException::new);
    }

    private Optional<SignedInUser> read(UUID key, Supplier<Optional<SignedInUser>> source) {
        Instant now = clock.instant();
        if (now.isBefore(unreachableUntil)) {
            var remembered = recall(key, now);
            if (remembered.isPresent()) {
                return remembered;
            }
        }
        try {
            var found = source.get();
            remember(key, found, now);
            isAway = false;
            return found;
        } catch (AccessUnknownException e) {
            if (!isAway) {
                LOG.infof("What callers may do cannot be read; what was last read counts on for %s", grace);
            }
            isAway = true;
            unreachableUntil = now.plus(ASKED_AGAIN_AFTER);
            return Optional.of(recall(key, now).orElseThrow(() -> e));
        }
    }

    private void remember(UUID key, Optional<SignedInUser> found, Instant now) {
        synchronized (known) {
            found.ifPresentOrElse(user -> known.put(key, new Known(user, now)), () -> known.remove(key));
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    private Optional<SignedInUser> recall(UUID key, Instant now) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key))
                    .filter(last -> !now.isAfter(last.readAt().plus(grace)))
                    .map(Known::user);
        }
    }

    private record Known(SignedInUser user, Instant readAt) {}
}
