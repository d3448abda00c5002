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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
            WITH given AS (
                SELECT given.*, gallery.name AS gallery
                  FROM unnest(CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS text[]))
                       WITH ORDINALITY AS given (gallery_id, type, event_id, data, place)
                  LEFT JOIN semblance.gallery ON gallery.id = given.gallery_id),
            wanted AS (
                SELECT webhook.id, given.event_id FROM semblance.webhook CROSS JOIN given
                 WHERE webhook.state = 'active' AND given.type = ANY (webhook.event_types)
                   AND (webhook.galleries = '{}' OR given.gallery = ANY (webhook.galleries))
                   FOR KEY SHARE OF webhook SKIP LOCKED),
            event AS (
                INSERT INTO semblance.webhook_event (event_id, type, gallery, data)
                SELECT event_id, type, gallery, data FROM given
                 WHERE event_id IN (SELECT event_id FROM wanted) ORDER BY place
                RETURNING id, event_id),
            delivery AS (
                INSERT INTO semblance.webhook_delivery (webhook_id, event_id)
                SELECT wanted.id, event.id FROM wanted JOIN event USING (event_id) ORDER BY event.id
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
        announce(List.of(announcement));
    }

    @Override
    public void announce(List<Announcement> announcements) {
        try (var connection = database.getConnection();
                var statement = Statements.prepare(
                        connection,
                        ANNOUNCE,
                        listed(announcements, Announcement::galleryId),
                        listed(
                                announcements,
                                announcement -> announcement.type().name()),
                        listed(announcements, announcement -> UuidV7.next(clock).toString()),
                        listed(announcements, announcement -> json(announcement.data())))) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("What happened could not be announced, so the change is undone", e);
        }
    }

    private static <T> List<@Nullable T> listed(
            List<Announcement> announcements, Function<Announcement, @Nullable T> part) {
        List<@Nullable T> parts = new ArrayList<>();
        announcements.forEach(announcement -> parts.add(part.apply(announcement)));
        return parts;
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
