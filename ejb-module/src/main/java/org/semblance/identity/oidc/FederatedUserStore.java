package org.semblance.identity.oidc;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.identity.OneTimePassword;
import org.semblance.identity.SessionKind;
import org.semblance.identity.SessionStore;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;

/** Users of the provider in the database. */
@Stateless
@PermitAll
public class FederatedUserStore {
    private static final String FIND = """
            SELECT link.id, u.id AS user_id, u.username, u.status = 'active' AS active,
                   EXISTS (SELECT FROM user_role WHERE user_role.user_id = u.id) AS has_roles
              FROM federated_identity AS link JOIN app_user AS u ON u.id = link.user_id
             WHERE link.issuer = ? AND link.subject = ?
            """;

    private static final String ADD = """
            INSERT INTO app_user (id, username, display_name, email, password_hash, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String RENAME = """
            UPDATE app_user SET display_name = ?, email = ?, version = version + 1
             WHERE id = ? AND (display_name, email) IS DISTINCT FROM (?::text, ?::text)
            """;

    private static final String END = """
            UPDATE user_session SET revoked_at = ?, revoked_because = 'signed-out-at-provider'
              FROM federated_session AS came JOIN federated_identity AS link ON link.id = came.identity_id
             WHERE came.session_id = user_session.id AND user_session.revoked_at IS NULL
               AND user_session.created_at <= ? AND link.issuer = ?
               AND (?::text IS NULL OR came.provider_session = ?) AND (?::text IS NULL OR link.subject = ?)
            """;

    private static final String NOBODY = "unknown";

    private final SessionStore sessions;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FederatedUserStore() {
        this.sessions = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public FederatedUserStore(SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public FederatedUserStore(DataSource database, SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    public Optional<FederatedUser> find(String issuer, String subject) {
        return sql().first(FIND, FederatedUserStore::read, issuer, subject);
    }

    /** The user with the name and the roles that the provider gives them now; made on the first visit if wanted. */
    public FederatedUser receive(ProviderUser user, boolean create) {
        sql().exists("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", user.issuer() + ' ' + user.subject());
        Optional<FederatedUser> known = find(user.issuer(), user.subject());
        if (known.isEmpty()) {
            add(user, create);
        }
        FederatedUser found =
                known.or(() -> find(user.issuer(), user.subject())).orElseThrow();
        if (known.isPresent()) {
            String name = user.displayName();
            sql().change(RENAME, name, user.email(), found.user(), name, user.email());
        }
        var roles = new ProviderRoles(database);
        if (roles.set(found.user(), user.roles()) && known.isPresent()) {
            audit.record(
                    Actor.user(found.username()),
                    AuditEvent.success("user.roles-from-provider", "user", found.username())
                            .with("roles_after", roles.text(found.user())));
        }
        FederatedUser result = find(user.issuer(), user.subject()).orElseThrow();
        if (known.isEmpty()) {
            result.requireAccess();
            audit.record(Actor.user(found.username()), created(user, result));
        }
        return result;
    }

    /** Begins a session at the portal. */
    public UUID begin(FederatedUser user, Instant provedAt, @Nullable String providerSession) {
        UUID session = sessions.begin(user.user(), SessionKind.PORTAL, provedAt);
        sql().change(
                        "INSERT INTO federated_session (session_id, identity_id, provider_session) VALUES (?, ?, ?)",
                        session,
                        user.link(),
                        providerSession);
        audit.record(
                Actor.user(user.username()),
                AuditEvent.success("user.signed-in", "user", user.username())
                        .with("session", session)
                        .with("kind", SessionKind.PORTAL.code())
                        .with("by", "provider"));
        return session;
    }

    public void proved(UUID session) {
        sessions.proved(session);
    }

    /** Ends what began before the provider said so: said twice, it ends nothing that began since. */
    public int endSessions(String issuer, Claims logout, Instant begunBefore) {
        String sid = logout.text("sid").orElse(null);
        String subject = logout.text("sub").orElse(null);
        if (sid == null && subject == null) {
            throw new SingleSignOnFailedException("the logout token names no session");
        }
        int ended = sql().change(END, clock.instant(), begunBefore, issuer, sid, sid, subject, subject);
        if (ended > 0) {
            audit.record(
                    Actor.system(),
                    AuditEvent.success("session.ended", "provider", issuer)
                            .with("sessions", ended)
                            .with("because", "signed-out-at-provider"));
        }
        return ended;
    }

    /** Records that somebody did not come in, with what an administrator needs to link them; committed all the same. */
    public void recordRefusal(@Nullable ProviderUser user, String code) {
        String username = user == null ? NOBODY : user.username();
        AuditEvent refused = AuditEvent.refused("user.signed-in", "user", username)
                .with("by", "provider")
                .with("because", code);
        audit.record(
                Actor.user(username),
                user == null ? refused : refused.with("issuer", user.issuer()).with("subject", user.subject()));
    }

    private void add(ProviderUser user, boolean create) {
        if (sql().exists("SELECT id FROM app_user WHERE lower(username) = lower(?)", user.username())) {
            throw new AccountTakenException(user.username());
        }
        if (!create) {
            throw new AccountUnknownException("nobody has made an account for you here");
        }
        UUID id = UuidV7.next(clock);
        String unknownPassword = OneTimePassword.generate().hash();
        sql().change(ADD, id, user.username(), user.displayName(), user.email(), unknownPassword, clock.instant());
        sql().change(
                        "INSERT INTO federated_identity (user_id, issuer, subject, created_at) VALUES (?, ?, ?, ?)",
                        id,
                        user.issuer(),
                        user.subject(),
                        clock.instant());
    }

    private AuditEvent created(ProviderUser user, FederatedUser made) {
        return AuditEvent.success("user.created", "user", made.username())
                .with("id", made.user())
                .with("issuer", user.issuer())
                .with("subject", user.subject())
                .with("roles", new ProviderRoles(database).text(made.user()));
    }

    private static FederatedUser read(ResultSet row) throws SQLException {
        return new FederatedUser(
                row.getLong("id"),
                (UUID) row.getObject("user_id"),
                row.getString("username"),
                row.getBoolean("active"),
                row.getBoolean("has_roles"));
    }

    private Statements sql() {
        return new Statements(database);
    }
}
