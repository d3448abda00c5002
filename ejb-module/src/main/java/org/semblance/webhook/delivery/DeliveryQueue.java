package org.semblance.webhook.delivery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Statements;
import org.semblance.webhook.WebhookId;

/**
 * Deliveries that are due, shared by all nodes. Times are the database's: a node whose clock is wrong takes nothing too
 * early. Subscriptions are locked before their deliveries.
 */
@Stateless
@LocalBean
@PermitAll
public class DeliveryQueue {
    /** Of one subscription so many at once on a node, so that a slow receiver holds up none but itself. */
    static final int AT_ONCE = 4;

    /**
     * In turns over the subscriptions; a failing one gets one at a time. What another node takes is passed over; what
     * it took and never finished is due again when its lease is over.
     */
    private static final String TAKE = """
            WITH busy AS (
                SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS integer[])) AS under_way (webhook_id, count)),
            due AS (
                SELECT first.id, first.due_at,
                       row_number() OVER (PARTITION BY webhook.id ORDER BY first.due_at, first.id) AS turn,
                       CASE WHEN webhook.failing_since IS NULL THEN %1$d ELSE 1 END - coalesce(busy.count, 0) AS granted
                  FROM semblance.webhook
                  LEFT JOIN busy ON busy.webhook_id = webhook.id
                 CROSS JOIN LATERAL (
                       SELECT id, due_at FROM semblance.webhook_delivery
                        WHERE webhook_id = webhook.id AND state = 'pending' AND due_at <= now()
                        ORDER BY due_at, id LIMIT %1$d
                          FOR UPDATE SKIP LOCKED) AS first
                 WHERE webhook.state = 'active'),
            chosen AS (SELECT id FROM due WHERE turn <= granted ORDER BY turn, due_at LIMIT ?)
            UPDATE semblance.webhook_delivery AS delivery
               SET lease = ?, due_at = now() + make_interval(secs => ?), attempts = attempts + 1, tries = tries + 1
              FROM chosen, semblance.webhook, semblance.webhook_event AS event
             WHERE delivery.id = chosen.id AND webhook.id = delivery.webhook_id AND event.id = delivery.event_id
            RETURNING delivery.id, delivery.attempts, delivery.tries,
                      extract(epoch FROM now() - delivery.queued_at) AS waited,
                      webhook.id AS webhook_id, webhook.url, webhook.secret,
                      CASE WHEN webhook.old_secret_until > now() THEN webhook.old_secret END AS old_secret,
                      event.id AS sequence, event.event_id, event.type, event.gallery, event.data, event.occurred_at
            """.formatted(AT_ONCE);

    private static final String WELL =
            "UPDATE semblance.webhook SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL";
    private static final String FAILING = """
            UPDATE semblance.webhook SET failing_since = coalesce(failing_since, now()) WHERE id = ?
            RETURNING state = 'active' AND failing_since <= now() - make_interval(secs => ?)
            """;
    private static final String FINISH = """
            UPDATE semblance.webhook_delivery SET state = ?, finished_at = now(), lease = NULL
             WHERE id = ? AND lease = ? AND state = 'pending'
            """;
    private static final String RETRY = """
            UPDATE semblance.webhook_delivery SET due_at = now() + make_interval(secs => ?), lease = NULL
             WHERE id = ? AND lease = ? AND state = 'pending'
            """;
    private static final String LOG = """
            INSERT INTO semblance.webhook_attempt (delivery_id, number, duration_ms, status, error, answer)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String DISABLE = """
            UPDATE semblance.webhook SET state = 'disabled', disabled_reason = ?, version = version + 1
             WHERE id = ? AND state = 'active'
            """;
    private static final String CANCEL = """
            UPDATE semblance.webhook_delivery SET state = 'cancelled', finished_at = now(), lease = NULL
             WHERE webhook_id = ? AND state = 'pending'
            """;

    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryQueue() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public DeliveryQueue(AuditLog audit) {
        this.audit = audit;
    }

    /** Outside the container. */
    public DeliveryQueue(DataSource database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * What is due, for this node to send.
     *
     * @param busy how many this node is sending already, by subscription
     * @param length of the lease
     */
    public List<Lease> take(int most, Map<WebhookId, Integer> busy, Duration length) {
        var lease = UUID.randomUUID();
        List<WebhookId> ids = List.copyOf(busy.keySet());
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(WebhookId::value).toArray()));
            take.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", ids.stream().map(busy::get).toArray()));
            take.setInt(3, most);
            take.setObject(4, lease);
            take.setDouble(5, (double) length.toSeconds());
            List<Lease> leases = new ArrayList<>();
            try (var rows = take.executeQuery()) {
                while (rows.next()) {
                    leases.add(lease(rows, lease));
                }
            }
            return leases;
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** It arrived; nothing is recorded where somebody else has taken it over meanwhile. */
    public void delivered(Lease lease, Outcome outcome) {
        try (var connection = database.getConnection()) {
            Statements.change(connection, WELL, lease.to().webhook().value());
            if (Statements.change(connection, FINISH, "delivered", lease.delivery(), lease.lease()) > 0) {
                log(connection, lease, outcome);
            }
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** It failed, and is tried again after a pause. */
    public void retry(Lease lease, Outcome outcome, Duration pause, Duration disableAfter) {
        try (var connection = database.getConnection()) {
            boolean isHopeless = failing(connection, lease, disableAfter);
            double seconds = pause.toMillis() / 1000.0;
            if (Statements.change(connection, RETRY, seconds, lease.delivery(), lease.lease()) > 0) {
                log(connection, lease, outcome);
            }
            if (isHopeless) {
                disable(connection, lease.to().webhook(), "failing");
            }
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** It failed for good; where the receiver wants nothing more, the subscription is disabled. */
    public void giveUp(Lease lease, Outcome outcome, Duration disableAfter) {
        try (var connection = database.getConnection()) {
            boolean isHopeless = failing(connection, lease, disableAfter);
            if (Statements.change(connection, FINISH, "failed", lease.delivery(), lease.lease()) > 0) {
                log(connection, lease, outcome);
            }
            if (outcome.isGone() || isHopeless) {
                disable(connection, lease.to().webhook(), outcome.isGone() ? "gone" : "failing");
            }
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    private static boolean failing(Connection connection, Lease lease, Duration disableAfter) throws SQLException {
        try (var update = Statements.prepare(
                        connection, FAILING, lease.to().webhook().value(), (double) disableAfter.toSeconds());
                var row = update.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void disable(Connection connection, WebhookId webhook, String reason) throws SQLException {
        if (Statements.change(connection, DISABLE, reason, webhook.value()) > 0) {
            Statements.change(connection, CANCEL, webhook.value());
            audit.record(
                    Actor.system(),
                    AuditEvent.success("webhook.disabled", "webhook", webhook).with("reason", reason));
        }
    }

    private static void log(Connection connection, Lease lease, Outcome outcome) throws SQLException {
        Statements.change(
                connection,
                LOG,
                lease.delivery(),
                lease.attempt(),
                outcome.durationMillis(),
                outcome.status(),
                outcome.error(),
                outcome.answer());
    }

    private static Lease lease(ResultSet row, UUID lease) throws SQLException {
        var to = new Lease.To(
                new WebhookId(row.getObject("webhook_id", UUID.class)),
                row.getString("url"),
                row.getBytes("secret"),
                row.getBytes("old_secret"));
        return new Lease(
                row.getLong("id"),
                lease,
                row.getInt("attempts"),
                row.getInt("tries"),
                Duration.ofMillis((long) (row.getDouble("waited") * 1000)),
                to,
                EventRows.event(row));
    }
}
