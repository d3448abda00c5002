package org.semblance.webhook;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Statements;
import org.semblance.webhook.Webhook.Disabled;

/** Subscriptions in the database. */
@Stateless
@LocalBean
@PermitAll
public class WebhookStore {
    static final int MOST = 100;

    private static final String SELECT = """
            SELECT id, name, url, event_types, galleries, disabled_reason, failing_since,
                   CASE WHEN old_secret_until > now() THEN old_secret_until END AS old_secret_until,
                   created_by, created_at, version
              FROM semblance.webhook
            """;
    private static final String ADD = """
            INSERT INTO semblance.webhook (id, name, url, event_types, galleries, secret, created_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** Two who make one at once count one after the other. */
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM semblance.webhook)
              FROM (SELECT pg_advisory_xact_lock(hashtextextended('webhooks', 0))) AS locked
            """;

    private static final String CHANGE = """
            UPDATE semblance.webhook
               SET name = ?, url = ?, event_types = ?, galleries = ?, state = ?, disabled_reason = ?,
                   failing_since = CASE WHEN ? THEN NULL ELSE failing_since END, version = version + 1
             WHERE id = ?
            """;
    private static final String ROTATE = """
            UPDATE semblance.webhook
               SET old_secret = CASE WHEN overlap > 0 THEN secret END,
                   old_secret_until = CASE WHEN overlap > 0 THEN now() + make_interval(secs => overlap) END,
                   secret = ?, version = version + 1
              FROM (SELECT CAST(? AS double precision) AS overlap) AS wanted
             WHERE id = ?
            """;

    /** Nothing is kept for somebody who may come back in a year. */
    private static final String CANCEL = """
            UPDATE semblance.webhook_delivery SET state = 'cancelled', finished_at = now(), lease = NULL
             WHERE webhook_id = ? AND state = 'pending'
            """;

    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookStore() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public WebhookStore(AuditLog audit) {
        this.audit = audit;
    }

    /** Outside the container. */
    public WebhookStore(DataSource database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    public Webhook add(WebhookId id, NewWebhook webhook, byte[] sealedSecret, String caller) {
        try (var connection = database.getConnection()) {
            if (count(connection) >= MOST) {
                throw new TooManyWebhooksException(MOST);
            }
            Statements.change(
                    connection,
                    ADD,
                    id.value(),
                    webhook.name(),
                    webhook.url(),
                    texts(webhook.eventTypes()),
                    texts(webhook.galleries()),
                    sealedSecret,
                    caller);
            audit.record(about("webhook.created", id, webhook));
            return require(connection, id, "");
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    public Webhook require(WebhookId id) {
        try (var connection = database.getConnection()) {
            return require(connection, id, "");
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** All of them, the oldest first. */
    public List<Webhook> list() {
        try (var connection = database.getConnection();
                var query = Statements.prepare(connection, SELECT + " ORDER BY id");
                var rows = query.executeQuery()) {
            List<Webhook> webhooks = new ArrayList<>();
            while (rows.next()) {
                webhooks.add(webhook(rows));
            }
            return webhooks;
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** Refuses when it is no longer the version that the caller saw. */
    public Webhook change(WebhookId id, NewWebhook terms, boolean isActive, ExpectedVersion expected) {
        try (var connection = database.getConnection()) {
            Webhook before = require(connection, id, " FOR NO KEY UPDATE");
            expected.check(before.version());
            Disabled disabled = before.isActive() ? Disabled.BY_USER : before.disabled();
            Statements.change(
                    connection,
                    CHANGE,
                    terms.name(),
                    terms.url(),
                    texts(terms.eventTypes()),
                    texts(terms.galleries()),
                    isActive ? "active" : "disabled",
                    isActive || disabled == null ? null : disabled.code(),
                    isActive && !before.isActive(),
                    id.value());
            if (!isActive) {
                Statements.change(connection, CANCEL, id.value());
            }
            audit.record(about("webhook.changed", id, terms).with("active", isActive));
            return require(connection, id, "");
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** Removes it with all its deliveries. */
    public void remove(WebhookId id) {
        try (var connection = database.getConnection()) {
            if (Statements.change(connection, "DELETE FROM semblance.webhook WHERE id = ?", id.value()) == 0) {
                throw new WebhookNotFoundException(id);
            }
            audit.record(AuditEvent.success("webhook.deleted", "webhook", id));
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    /** Signs with another secret from now on, and for a while with the one before too. */
    public Webhook rotate(WebhookId id, byte[] sealedSecret, Duration overlap) {
        try (var connection = database.getConnection()) {
            if (Statements.change(connection, ROTATE, sealedSecret, (double) overlap.toSeconds(), id.value()) == 0) {
                throw new WebhookNotFoundException(id);
            }
            audit.record(AuditEvent.success("webhook.secret-rotated", "webhook", id)
                    .with("overlap_seconds", overlap.toSeconds()));
            return require(connection, id, "");
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }

    private static AuditEvent about(String action, WebhookId id, NewWebhook terms) {
        // The rest of the address may be a secret of the receiver.
        return AuditEvent.success(action, "webhook", id)
                .with("host", String.valueOf(URI.create(terms.url()).getHost()))
                .with("event_types", String.join(",", terms.eventTypes()))
                .with("galleries", String.join(",", terms.galleries()));
    }

    private static Webhook require(Connection connection, WebhookId id, String lock) throws SQLException {
        try (var query = Statements.prepare(connection, SELECT + " WHERE id = ?" + lock, id.value());
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new WebhookNotFoundException(id);
            }
            return webhook(row);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var query = Statements.prepare(connection, COUNT);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        String disabled = row.getString("disabled_reason");
        return new Webhook(
                new WebhookId(row.getObject("id", java.util.UUID.class)),
                new NewWebhook(
                        row.getString("name"),
                        row.getString("url"),
                        Webhook.texts((Object[]) row.getArray("event_types").getArray()),
                        Webhook.texts((Object[]) row.getArray("galleries").getArray())),
                disabled == null ? null : Disabled.of(disabled),
                instant(row.getTimestamp("failing_since")),
                instant(row.getTimestamp("old_secret_until")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** An array of texts also where there are none. */
    private String[] texts(Collection<String> many) {
        return many.toArray(String[]::new);
    }
}
