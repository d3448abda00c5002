package org.semblance.idempotency;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Which requests were begun, and how they were answered. Each step is committed at once, whatever else fails. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotentRequests {
    /** Longer than any request takes; after that the node that began it must have died. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String BEGIN = """
            INSERT INTO idempotent_request (caller, key, target, started_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (caller, key) DO UPDATE SET target = excluded.target, started_at = excluded.started_at
             WHERE idempotent_request.status IS NULL AND idempotent_request.started_at < ?
            """;

    private static final String FIND = """
            SELECT target, body_sha256, status, content_type, location, answer
              FROM idempotent_request WHERE caller = ? AND key = ?
            """;

    private static final String FINISH = """
            UPDATE idempotent_request SET body_sha256 = ?, status = ?, content_type = ?, location = ?, answer = ?
             WHERE caller = ? AND key = ?
            """;

    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IdempotentRequests() {
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public IdempotentRequests(Clock clock) {
        this.clock = clock;
    }

    public IdempotentRequests(DataSource database, Clock clock) {
        this.clock = clock;
        this.database = database;
    }

    /** Begins a request; answers what is known of it if it was answered before. */
    public Optional<KnownRequest> begin(IdempotencyKey key, String target) {
        Instant now = clock.instant();
        try (var connection = database.getConnection();
                var begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, key.caller());
            begin.setString(2, key.value());
            begin.setString(3, target);
            begin.setTimestamp(4, Timestamp.from(now));
            begin.setTimestamp(5, Timestamp.from(now.minus(LONGEST)));
            return begin.executeUpdate() > 0 ? Optional.empty() : Optional.of(find(connection, key, target));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static KnownRequest find(Connection connection, IdempotencyKey key, String target) throws SQLException {
        try (var find = connection.prepareStatement(FIND)) {
            find.setString(1, key.caller());
            find.setString(2, key.value());
            try (var row = find.executeQuery()) {
                if (!row.next() || row.getObject("status") == null) {
                    throw new KeyInUseException();
                }
                if (!row.getString("target").equals(target)) {
                    throw new KeyReusedException();
                }
                var answer = new Answer(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("answer"));
                return new KnownRequest(row.getBytes("body_sha256"), answer);
            }
        }
    }

    public void finish(IdempotencyKey key, byte[] bodySha256, Answer answer) {
        try (var connection = database.getConnection();
                var finish = connection.prepareStatement(FINISH)) {
            finish.setBytes(1, bodySha256);
            finish.setInt(2, answer.status());
            finish.setString(3, answer.contentType());
            finish.setString(4, answer.location());
            finish.setBytes(5, answer.body());
            finish.setString(6, key.caller());
            finish.setString(7, key.value());
            finish.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Forgets a request that failed through no fault of the caller's, so that it may be tried again. */
    public void abandon(IdempotencyKey key) {
        try (var connection = database.getConnection();
                var abandon = connection.prepareStatement(
                        "DELETE FROM idempotent_request WHERE caller = ? AND key = ? AND status IS NULL")) {
            abandon.setString(1, key.caller());
            abandon.setString(2, key.value());
            abandon.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("What is known of a request could not be read or written", e);
    }
}
