package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Statements;

/** Links between users and identity providers in the database. */
@Stateless
@PermitAll
public class IdentityLinkStore {
    private static final String SELECT = "SELECT id, issuer, subject, created_at FROM federated_identity";

    private static final String END_SESSIONS = """
            UPDATE user_session SET revoked_at = ?, revoked_because = 'unlinked'
              FROM federated_session AS came
             WHERE came.session_id = user_session.id AND came.identity_id = ? AND user_session.revoked_at IS NULL
            """;

    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IdentityLinkStore() {
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public IdentityLinkStore(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public IdentityLinkStore(DataSource database, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    public List<IdentityLink> list(UUID user) {
        return sql().list(SELECT + " WHERE user_id = ? ORDER BY id", IdentityLinkStore::read, user);
    }

    public IdentityLink add(UserSummary user, String issuer, String subject) {
        if (sql().exists(SELECT + " WHERE issuer = ? AND subject = ?", issuer, subject)) {
            throw new NameTakenException("A link to that subject");
        }
        var link = sql().first(
                        "INSERT INTO federated_identity (user_id, issuer, subject, created_at) VALUES (?, ?, ?, ?)"
                                + " RETURNING id, issuer, subject, created_at",
                        IdentityLinkStore::read,
                        user.id(),
                        issuer,
                        subject,
                        clock.instant())
                .orElseThrow();
        audit.record(event("user.linked", user, link));
        return link;
    }

    /** Ends the sessions that began with it, and takes what the provider gave. */
    public void remove(UserSummary user, long id) {
        var link = sql().first(
                        SELECT + " WHERE id = ? AND user_id = ? FOR UPDATE", IdentityLinkStore::read, id, user.id())
                .orElseThrow(() -> new LinkNotFoundException(id));
        int ended = sql().change(END_SESSIONS, clock.instant(), id);
        sql().change("DELETE FROM federated_identity WHERE id = ?", id);
        sql().change("DELETE FROM user_role WHERE user_id = ? AND from_provider", user.id());
        audit.record(event("user.unlinked", user, link).with("sessions_ended", ended));
    }

    private static AuditEvent event(String action, UserSummary user, IdentityLink link) {
        return AuditEvent.success(action, "user", user.username())
                .with("issuer", link.issuer())
                .with("subject", link.subject());
    }

    private static IdentityLink read(ResultSet row) throws SQLException {
        return new IdentityLink(
                row.getLong("id"),
                row.getString("issuer"),
                row.getString("subject"),
                row.getTimestamp("created_at").toInstant());
    }

    private Statements sql() {
        return new Statements(database);
    }
}
