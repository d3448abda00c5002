package org.semblance.webhook.delivery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;
import org.semblance.webhook.WebhookDisabledException;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookNotFoundException;

/** What was sent to whom, how that went, and what is to be sent again. */
@Stateless
@LocalBean
@PermitAll
public class DeliveryLog {
    /** A test of the way to the receiver; nobody subscribes to it. */
    public static final String PING = "ping";

    private static final String SELECT = """
            SELECT delivery.id, delivery.state, delivery.attempts, delivery.due_at, delivery.finished_at,
                   event.id AS sequence, event.event_id, event.type, event.gallery, event.data, event.occurred_at,
                   last.number, last.recorded_at, last.duration_ms, last.status, last.error, last.answer
              FROM semblance.webhook_delivery AS delivery
              JOIN semblance.webhook_event AS event ON event.id = delivery.event_id
              LEFT JOIN LATERAL (SELECT * FROM semblance.webhook_attempt
                                  WHERE delivery_id = delivery.id ORDER BY number DESC LIMIT 1) AS last ON true
             WHERE delivery.webhook_id = ?
            """;
    private static final String LIST = SELECT + """
               AND (CAST(? AS text) IS NULL OR delivery.state = ?) AND delivery.id < ?
             ORDER BY delivery.id DESC LIMIT ?
            """;
    private static final String ATTEMPTS = """
            SELECT number, recorded_at, duration_ms, status, error, answer
              FROM semblance.webhook_attempt WHERE delivery_id = ? ORDER BY number DESC LIMIT 100
            """;
    private static final String REPLAY = """
            UPDATE semblance.webhook_delivery
               SET state = 'pending', tries = 0, queued_at = now(), due_at = now(), finished_at = NULL, lease = NULL
             WHERE id = ? AND webhook_id = ? AND state <> 'pending'
            """;
    private static final String ADD_PING = """
            WITH event AS (
                INSERT INTO semblance.webhook_event (event_id, type, data) VALUES (?, ?, '{}') RETURNING id)
            INSERT INTO semblance.webhook_delivery (webhook_id, event_id) SELECT ?, id FROM event RETURNING id
            """;
    private static final String LOCK = "SELECT state FROM semblance.webhook WHERE id = ? FOR KEY SHARE";

    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryLog() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public DeliveryLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Outside the container. */
    public DeliveryLog(DataSource database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @param before id of the last one that the caller has seen; 0 for the beginning
     */
    public Page<Delivery> list(WebhookId webhook, Optional<DeliveryState> state, long before, int limit) {
        String wanted = state.map(DeliveryState::code).orElse(null);
        long below = before == 0 ? Long.MAX_VALUE : before;
        int most = Page.fetchSize(limit);
        try (var connection = database.getConnection();
                var query = Statements.prepare(connection, LIST, webhook.value(), wanted, wanted, below, most);
                var rows = query.executeQuery()) {
            List<Delivery> deliveries = new ArrayList<>();
            while (rows.next()) {
                deliveries.add(delivery(rows));
            }
            return Page.of(deliveries, limit, delivery -> delivery.id().value());
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    public Delivery require(WebhookId webhook, DeliveryId id) {
        try (var connection = database.getConnection()) {
            return require(connection, webhook, id);
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** The latest first, a hundred at most. */
    public List<Attempt> attempts(DeliveryId id) {
        try (var connection = database.getConnection();
                var query = Statements.prepare(connection, ATTEMPTS, id.value());
                var rows = query.executeQuery()) {
            List<Attempt> attempts = new ArrayList<>();
            while (rows.next()) {
                attempts.add(attempt(rows));
            }
            return attempts;
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** Sends it once more, as the same event: a receiver that has it already passes over it. */
    public Delivery replay(WebhookId webhook, DeliveryId id) {
        try (var connection = database.getConnection()) {
            requireActive(connection, webhook);
            require(connection, webhook, id);
            if (Statements.change(connection, REPLAY, id.value(), webhook.value()) == 0) {
                throw new DeliveryPendingException(id);
            }
            audit.record(
                    AuditEvent.success("webhook.replayed", "webhook", webhook).with("delivery", id.value()));
            return require(connection, webhook, id);
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** Sends something that tells nothing. */
    public Delivery ping(WebhookId webhook) {
        try (var connection = database.getConnection()) {
            requireActive(connection, webhook);
            DeliveryId id;
            try (var add = Statements.prepare(connection, ADD_PING, UuidV7.next(clock), PING, webhook.value());
                    var row = add.executeQuery()) {
                row.next();
                id = new DeliveryId(row.getLong(1));
            }
            audit.record(
                    AuditEvent.success("webhook.tested", "webhook", webhook).with("delivery", id.value()));
            return require(connection, webhook, id);
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    private static void requireActive(Connection connection, WebhookId webhook) throws SQLException {
        try (var query = Statements.prepare(connection, LOCK, webhook.value());
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new WebhookNotFoundException(webhook);
            }
            if (!row.getString("state").equals("active")) {
                throw new WebhookDisabledException(webhook);
            }
        }
    }

    private static Delivery require(Connection connection, WebhookId webhook, DeliveryId id) throws SQLException {
        try (var query = Statements.prepare(connection, SELECT + " AND delivery.id = ?", webhook.value(), id.value());
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new DeliveryNotFoundException(id);
            }
            return delivery(row);
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var state = DeliveryState.of(row.getString("state"));
        return new Delivery(
                new DeliveryId(row.getLong("id")),
                EventRows.event(row),
                state,
                row.getInt("attempts"),
                state == DeliveryState.PENDING ? instant(row.getTimestamp("due_at")) : null,
                instant(row.getTimestamp("finished_at")),
                row.getObject("number") == null ? null : attempt(row));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getInt("duration_ms"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
