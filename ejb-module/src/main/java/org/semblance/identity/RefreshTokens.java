package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Statements;

/**
 * Tokens that renew a session's access tokens, each good for one use. A second use means that two have it, one of whom
 * stole it: the session ends. Only a client whose answer got lost may use one again within half a minute, and only as
 * long as nobody has used what it was answered with, which is then worth nothing.
 */
@Stateless
@PermitAll
public class RefreshTokens {
    private static final int BYTES = 32;
    private static final Duration LOST_ANSWER = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String FIND = """
            SELECT t.session_id, t.used_at, t.successor, s.user_id, u.username,
                   (SELECT used_at FROM refresh_token WHERE hash = t.successor) AS successor_used_at
              FROM refresh_token AS t
              JOIN user_session AS s ON s.id = t.session_id
              JOIN app_user AS u ON u.id = s.user_id
             WHERE t.hash = ?
            """;

    private final SessionStore sessions;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RefreshTokens() {
        this.sessions = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public RefreshTokens(SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public RefreshTokens(DataSource database, SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    /** The first token of a session, or the next one. */
    public String issue(UUID session) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = "sr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        sql().change(
                        "INSERT INTO refresh_token (hash, session_id, issued_at) VALUES (?, ?, ?)",
                        Sha256.of(token),
                        session,
                        clock.instant());
        return token;
    }

    /** The next token for this one; empty when it is unknown, or was used before, which has ended the session. */
    public Optional<Renewal> renew(String token) {
        byte[] hash = Sha256.of(token);
        sql().exists(
                        "SELECT 1 FROM user_session WHERE id = (SELECT session_id FROM refresh_token WHERE hash = ?)"
                                + " FOR UPDATE",
                        (Object) hash);
        return sql().first(FIND, Known::read, (Object) hash).flatMap(known -> renew(hash, known));
    }

    private Optional<Renewal> renew(byte[] hash, Known known) {
        Instant now = clock.instant();
        if (known.isFresh()) {
            return Optional.of(replace(hash, known, now));
        }
        if (known.answerMayBeLost(now)) {
            sql().change("UPDATE refresh_token SET used_at = ? WHERE hash = ?", Instant.EPOCH, known.successor());
            return Optional.of(replace(hash, known, known.usedAt()));
        }
        if (sessions.revoke(known.user(), known.session(), "token-reused")) {
            audit.record(
                    Actor.user(known.username()),
                    AuditEvent.refused("session.token-reused", "user", known.username())
                            .with("session", known.session()));
        }
        return Optional.empty();
    }

    private Renewal replace(byte[] hash, Known known, @Nullable Instant usedAt) {
        String next = issue(known.session());
        sql().change(
                        "UPDATE refresh_token SET used_at = ?, successor = ? WHERE hash = ?",
                        usedAt,
                        Sha256.of(next),
                        hash);
        return new Renewal(known.user(), known.session(), next);
    }

    private Statements sql() {
        return new Statements(database);
    }

    /** Whose session goes on, and with what. */
    public record Renewal(UUID user, UUID session, String token) {

        @Override
        public String toString() {
            return "A renewal of session " + session;
        }
    }

    private record Known(UUID user, String username, UUID session, Use use) {

        static Known read(ResultSet row) throws SQLException {
            var use = new Use(
                    Statements.time(row, "used_at"),
                    row.getBytes("successor"),
                    Statements.time(row, "successor_used_at") != null);
            return new Known(
                    (UUID) row.getObject("user_id"),
                    row.getString("username"),
                    (UUID) row.getObject("session_id"),
                    use);
        }

        boolean isFresh() {
            return use.at() == null;
        }

        boolean answerMayBeLost(Instant now) {
            Instant usedAt = use.at();
            return usedAt != null
                    && use.successor() != null
                    && !use.isSuccessorUsed()
                    && !now.isAfter(usedAt.plus(LOST_ANSWER));
        }

        @Nullable
        Instant usedAt() {
            return use.at();
        }

        byte @Nullable [] successor() {
            return use.successor();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // it never leaves this class and is never compared
    private record Use(@Nullable Instant at, byte @Nullable [] successor, boolean isSuccessorUsed) {}
}
