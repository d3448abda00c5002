package org.semblance.identity.keys;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.semblance.identity.AccessUnknownException;
import org.semblance.identity.SessionSettings;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.TokenInvalidException;
import org.semblance.identity.UserAccess;
import org.semblance.identity.limits.LimitSettings;

/**
 * Believes whoever sends a key, which is read for each request, so that a revoked one is refused from the next on.
 * While the database does not answer, what was last read of a key counts on as long as what was read of users.
 */
@ApplicationScoped
public class ApiKeys {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final int REMEMBERED = 10_000;

    private final ApiKeyStore store;
    private final UserAccess users;
    private final LimitSettings limits;
    private final Duration grace;
    private final Clock clock;
    private final Map<String, Read> lastRead = new LinkedHashMap<>(16, 0.75f, true);
    private volatile Instant unreachableUntil = Instant.MIN;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ApiKeys() {
        this.store = null;
        this.users = null;
        this.limits = null;
        this.grace = null;
        this.clock = null;
    }

    @Inject
    public ApiKeys(ApiKeyStore store, UserAccess users, LimitSettings limits, SessionSettings settings, Clock clock) {
        this.store = store;
        this.users = users;
        this.limits = limits;
        this.grace = settings.outageGrace();
        this.clock = clock;
    }

    /** Whether a text is meant to be a key. */
    public static boolean isKey(String text) {
        return text.startsWith(ApiKeyText.START);
    }

    /**
     * Who sends a key; {@link ApiKeyInvalidException} when it does not count.
     *
     * @param address where the request comes from
     */
    public KeyCaller require(String text, String address) {
        ApiKeyText sent = ApiKeyText.parse(text).orElseThrow(ApiKeyInvalidException::unknown);
        Instant now = clock.instant();
        KnownKey key = read(sent.prefix(), now)
                .filter(known -> known.isOpenedBy(sent))
                .orElseThrow(ApiKeyInvalidException::unknown);
        if (key.isRevoked()) {
            throw ApiKeyInvalidException.revoked();
        }
        if (key.isExpired(now)) {
            throw ApiKeyInvalidException.expired();
        }
        SignedInUser bounded = owner(key).within(key.scopes());
        noteUse(key, address, now);
        String name = "key:" + sent.prefix();
        return new KeyCaller(
                new SignedInUser(bounded.id(), name, key.name(), bounded.scopes(), null),
                key.limits().allowance(name, limits));
    }

    private SignedInUser owner(KnownKey key) {
        try {
            return users.require(key.owner());
        } catch (TokenInvalidException e) {
            throw ApiKeyInvalidException.withoutOwner();
        }
    }

    /** Not while the database is away: who waits for it waits for every request. */
    private void noteUse(KnownKey key, String address, Instant now) {
        Instant noted = now.minus(NOTED_EVERY);
        if (key.isUnusedSince(noted) && !now.isBefore(unreachableUntil)) {
            store.noteUse(key.id(), address, noted);
        }
    }

    private Optional<KnownKey> read(String prefix, Instant now) {
        if (now.isBefore(unreachableUntil)) {
            var remembered = recall(prefix, now);
            if (remembered.isPresent()) {
                return remembered;
            }
        }
        try {
            var found = store.findKnown(prefix);
            remember(prefix, found, now);
            return found;
        } catch (EJBException | IllegalStateException e) {
            unreachableUntil = now.plus(ASKED_AGAIN_AFTER);
            return Optional.of(recall(prefix, now).orElseThrow(() -> new AccessUnknownException(e)));
        }
    }

    private void remember(String prefix, Optional<KnownKey> found, Instant now) {
        synchronized (lastRead) {
            found.ifPresentOrElse(key -> lastRead.put(prefix, new Read(key, now)), () -> lastRead.remove(prefix));
            if (lastRead.size() > REMEMBERED) {
                lastRead.remove(lastRead.keySet().iterator().next());
            }
        }
    }

    private Optional<KnownKey> recall(String prefix, Instant now) {
        synchronized (lastRead) {
            return Optional.ofNullable(lastRead.get(prefix))
                    .filter(last -> !now.isAfter(last.at().plus(grace)))
                    .map(Read::key);
        }
    }

    private record Read(KnownKey key, Instant at) {}
}
