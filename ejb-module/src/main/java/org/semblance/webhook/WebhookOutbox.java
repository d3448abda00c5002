package org.semblance.webhook;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.Announcements;
import org.semblance.platform.Json;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;

/** Writes what happened for whoever subscribes to it, in the transaction in which it happens; nothing for nobody. */
@Stateless
@Local(Announcements.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class WebhookOutbox implements Announcements {
    /** Heard by every node that sends, once the transaction has committed. */
    public static final String CHANNEL = "webhook_delivery";

    /**
     * A subscription that is just being deleted is passed over: a row for it would be refused, and the change with it.
     * Others are kept from being deleted until the transaction ends. Whoever sends is woken.
     */
    private static final String ANNOUNCE = """
            WITH place AS (
                SELECT (SELECT name FROM semblance.gallery WHERE id = CAST(? AS bigint)) AS gallery),
            wanted AS (
                SELECT webhook.id FROM semblance.webhook CROSS JOIN place
                 WHERE webhook.state = 'active' AND ? = ANY (webhook.event_types)
                   AND (webhook.galleries = '{}' OR place.gallery = ANY (webhook.galleries))
                   FOR KEY SHARE OF webhook SKIP LOCKED),
            event AS (
                INSERT INTO semblance.webhook_event (event_id, type, gallery, data)
                SELECT CAST(? AS uuid), ?, place.gallery, ? FROM place WHERE EXISTS (SELECT FROM wanted)
                RETURNING id),
            delivery AS (
                INSERT INTO semblance.webhook_delivery (webhook_id, event_id)
                SELECT wanted.id, event.id FROM wanted CROSS JOIN event
                RETURNING id)
            SELECT CAST(pg_notify('%s', '') AS text) WHERE EXISTS (SELECT FROM delivery)
            """.formatted(CHANNEL);

    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookOutbox() {
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public WebhookOutbox(Clock clock) {
        this.clock = clock;
    }

    /** Outside the container. */
    public WebhookOutbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void announce(Announcement announcement) {
        String type = announcement.type().name();
        try (var connection = database.getConnection();
                var statement = Statements.prepare(
                        connection,
                        ANNOUNCE,
                        announcement.galleryId(),
                        type,
                        UuidV7.next(clock),
                        type,
                        json(announcement.data()))) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("What happened could not be announced, so the change is undone", e);
        }
    }

    private static String json(Map<String, Object> data) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        data.forEach((name, value) -> {
            if (value instanceof Collection<?> ids) {
                JsonArrayBuilder array = Json.createArrayBuilder();
                ids.forEach(id -> array.add(((Number) id).longValue()));
                object.add(name, array);
            } else if (value instanceof Number id) {
                object.add(name, id.longValue());
            } else if (value instanceof Boolean truth) {
                object.add(name, truth);
            } else {
                object.add(name, value.toString());
            }
        });
        return object.build().toString();
    }
}
