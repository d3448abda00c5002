package org.semblance.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.UuidV7;

/** Users in the database. */
@Stateless
@PermitAll
public class UserStore {
    private final SessionStore sessions;
    private final AuditLog audit;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UserStore() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public UserStore(SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return entities.createQuery("SELECT COUNT(u) FROM AppUser u", Long.class)
                        .getSingleResult()
                == 0;
    }

    public Optional<AppUser> find(String username) {
        return byName(username, LockModeType.NONE);
    }

    public void addAdministrator(String username, String oneTimePassword) {
        var user = new AppUser(UuidV7.next(clock), username, PasswordHash.of(oneTimePassword), clock.instant())
                .withOneTimePassword();
        entities.persist(user);
        entities.flush();
        entities.createNativeQuery("INSERT INTO user_role (user_id, role_id) SELECT ?1, id FROM role WHERE name = ?2")
                .setParameter(1, user.id())
                .setParameter(2, Role.ADMINISTRATOR)
                .executeUpdate();
        audit.record(Actor.system(), AuditEvent.success("user.created", "user", username));
    }

    /** Records a wrong password; committed although the sign-in is refused. */
    public void recordFailure(String username) {
        audit.record(Actor.user(username), AuditEvent.refused("user.signed-in", "user", username));
    }

    /** Begins a session of somebody who has proved who they are. */
    public UUID recordSignIn(AppUser proved, SessionKind kind) {
        UUID session = sessions.begin(proved.id(), kind);
        audit.record(
                Actor.user(proved.username()),
                AuditEvent.success("user.signed-in", "user", proved.username())
                        .with("session", session)
                        .with("kind", kind.code()));
        return session;
    }

    /** Changes a password and ends the user's sessions but one: whoever knew the old one may be in another. */
    public void changePassword(String username, String newHash, @Nullable UUID spared) {
        byName(username, LockModeType.PESSIMISTIC_WRITE).ifPresent(user -> {
            user.changePassword(newHash);
            sessions.revokeAll(user.id(), spared, "password-changed");
        });
        audit.record(Actor.user(username), AuditEvent.success("user.password-changed", "user", username));
    }

    /** Keeps the same password in a form that is harder to guess. */
    public void rehash(UUID user, String newHash) {
        entities.createNativeQuery("UPDATE app_user SET password_hash = ?1 WHERE id = ?2")
                .setParameter(1, newHash)
                .setParameter(2, user)
                .executeUpdate();
    }

    private Optional<AppUser> byName(String username, LockModeType lock) {
        return entities.createQuery("SELECT u FROM AppUser u WHERE LOWER(u.username) = :name", AppUser.class)
                .setParameter("name", username.toLowerCase(Locale.ROOT))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
