package org.semblance.surveillance.flow;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecordedRecognition;

/** The pictures that belong to events, for any number of them in one statement. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SightingService {
    private static final String FIND = """
            SELECT sighting.id, sighting.last_seen_at, sighting.frames, image.key
              FROM semblance.sighting LEFT JOIN semblance.image ON image.id = sighting.image_id
             WHERE sighting.id = ANY (CAST(? AS uuid[]))
            """;

    /**
     * Of each camera one event, by the index of its events. That of all events would be read to its end for a camera that
     * has none; an order that begins with the camera, of which the planner must not know that there is but one, rules it out.
     */
    private static final String LAST = """
            SELECT wanted.id AS camera_id, latest.id, latest.timestamp, image.key
              FROM unnest(CAST(? AS bigint[])) AS wanted (id)
             CROSS JOIN LATERAL (
                   SELECT e.id, e.timestamp, e.sighting_id FROM semblance.recognition_events AS e
                    WHERE e.camera_id BETWEEN wanted.id AND wanted.id AND (? OR e.gallery_id = ANY (?))
                    ORDER BY e.camera_id DESC, e.timestamp DESC, e.id DESC LIMIT 1) AS latest
              LEFT JOIN semblance.sighting ON sighting.id = latest.sighting_id
              LEFT JOIN semblance.image ON image.id = sighting.image_id
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public SightingService() {}

    /** Outside the container. */
    SightingService(DataSource database) {
        this.database = database;
    }

    /** Of events that the caller may see; one whose sighting is gone has none. */
    @RolesAllowed(Permissions.EVENT_READ)
    public Map<UUID, SightingSummary> of(Collection<RecordedRecognition> events) {
        Scope scope = scope();
        var wanted = events.stream()
                .filter(event -> scope.includes(event.galleryId()))
                .map(event -> event.event().sighting().toString())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return new Statements(database)
                .list(FIND, SightingService::summary, wanted).stream()
                        .collect(Collectors.toMap(SightingSummary::id, sighting -> sighting));
    }

    /** Whom cameras saw last, of those who saw anybody whom the caller may see. */
    @RolesAllowed(Permissions.EVENT_READ)
    public Map<CameraId, LastSight> last(Collection<CameraId> cameras) {
        Scope scope = scope();
        var ids = cameras.stream().map(CameraId::value).toList();
        return new Statements(database)
                        .list(
                                LAST,
                                row -> Map.entry(new CameraId(row.getLong("camera_id")), sight(row)),
                                ids,
                                scope.everywhere(),
                                scope.galleries())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SightingSummary summary(ResultSet row) throws SQLException {
        return new SightingSummary(
                row.getObject("id", UUID.class),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getInt("frames"),
                picture(row));
    }

    private static LastSight sight(ResultSet row) throws SQLException {
        return new LastSight(
                row.getObject("id", UUID.class), row.getTimestamp("timestamp").toInstant(), picture(row));
    }

    private static @Nullable ImageKey picture(ResultSet row) throws SQLException {
        String key = row.getString("key");
        return key == null ? null : new ImageKey(key);
    }

    private static Scope scope() {
        return CurrentUser.require().scope(Permissions.EVENT_READ);
    }
}
