package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.RequestContext;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;

/** Sign-ins in the database. */
@Stateless
@PermitAll
public class SessionStore {
    private static final String BEGIN = """
            INSERT INTO user_session (id, user_id, kind, created_at, last_used_at, proved_at, expires_at,
                                      client_address, user_agent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            SELECT id, kind, created_at, last_used_at, client_address, user_agent FROM user_session
             WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? AND last_used_at > ?
             ORDER BY created_at DESC, id
            """;

    private final SessionSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SessionStore() {
        this.settings = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SessionStore(SessionSettings settings, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    public SessionStore(DataSource database, SessionSettings settings, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    /** Begins a session of somebody who has just proved their password. */
    public UUID begin(UUID user, SessionKind kind) {
        return begin(user, kind, clock.instant());
    }

    /** Begins a session of somebody whom a provider has seen prove who they are, maybe a while ago. */
    public UUID begin(UUID user, SessionKind kind, Instant provedAt) {
        UUID id = UuidV7.next(clock);
        Instant now = clock.instant();
        sql().change(
                        BEGIN,
                        id,
                        user,
                        kind.code(),
                        now,
                        now,
                        provedAt,
                        now.plus(settings.lifetime()),
                        RequestContext.clientAddress(),
                        RequestContext.userAgent());
        sql().change("UPDATE app_user SET last_sign_in_at = ? WHERE id = ?", now, user);
        return id;
    }

    /** Notes that the user has proved their password again. */
    public void proved(UUID session) {
        sql().change("UPDATE user_session SET proved_at = ? WHERE id = ?", clock.instant(), session);
    }

    /** Ends a session of a user; whether there was one to end. */
    public boolean revoke(UUID user, UUID session, String because) {
        return sql().change(
                                "UPDATE user_session SET revoked_at = ?, revoked_because = ?"
                                        + " WHERE id = ? AND user_id = ? AND revoked_at IS NULL",
                                clock.instant(),
                                because,
                                session,
                                user)
                > 0;
    }

    /** Ends a session of a user, or all of them, because somebody wants that; how many there were. */
    public int end(UUID user, @Nullable UUID session, String because) {
        int ended = session == null ? revokeAll(user, null, because) : revoke(user, session, because) ? 1 : 0;
        if (ended > 0) {
            audit.record(AuditEvent.success("session.ended", "user", user)
                    .with("session", session == null ? "all" : session)
                    .with("sessions", ended)
                    .with("because", because));
        }
        return ended;
    }

    /** The sessions of a user that have not ended, the latest first. */
    public List<SessionSummary> list(UUID user) {
        Instant now = clock.instant();
        return sql().list(LIST, SessionStore::read, user, now, now.minus(settings.idle()));
    }

    private static SessionSummary read(ResultSet row) throws SQLException {
        return new SessionSummary(
                (UUID) row.getObject("id"),
                row.getString("kind"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                new SessionSummary.Client(row.getString("client_address"), row.getString("user_agent")));
    }

    /** Ends every session of a user; {@code except} may spare one. How many there were. */
    public int revokeAll(UUID user, @Nullable UUID except, String because) {
        return sql().change(
                        "UPDATE user_session SET revoked_at = ?, revoked_because = ?"
                                + " WHERE user_id = ? AND id IS DISTINCT FROM ?::uuid AND revoked_at IS NULL",
                        clock.instant(),
                        because,
                        user,
                        except);
    }

    private Statements sql() {
        return new Statements(database);
    }
}
