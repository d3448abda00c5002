package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;

/** Reads what happened to cameras, the newest first. */
@Stateless
@PermitAll
public class CameraEvents {
    private static final String LIST = """
            SELECT e.*, camera.name AS camera_name, camera.title AS camera_title, camera.gallery_id AS camera_gallery_id
              FROM (SELECT e.id, e.timestamp, e.camera_id, e.event_type, e.details::text AS details, e.recorded_at
                      FROM semblance.camera_events AS e
                     WHERE %s ORDER BY e.timestamp DESC, e.id DESC LIMIT ?) AS e
              LEFT JOIN semblance.camera ON camera.id = e.camera_id
             ORDER BY e.timestamp DESC, e.id DESC
            """;
    private static final String MARK = "SELECT timestamp FROM semblance.camera_events WHERE id = ? LIMIT 1";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public CameraEvents() {}

    /** Outside the container. */
    public CameraEvents(DataSource database) {
        this.database = database;
    }

    /** The next events after a place in the list, or the newest. */
    public List<RecordedCameraEvent> list(
            CameraEventQuery query, EventBounds bounds, @Nullable EventMark after, int limit) {
        var wanted = new Conditions()
                .in(query.period())
                .among("e.camera_id", bounds.cameras())
                .after(after);
        if (!bounds.galleries().everywhere()) {
            wanted.and(
                    "e.camera_id IN (SELECT id FROM semblance.camera WHERE gallery_id = ANY (?))",
                    bounds.galleries().galleries());
        }
        if (!query.types().isEmpty()) {
            wanted.among(
                    "e.event_type",
                    query.types().stream().map(EventRows::code).sorted().toList());
        }
        return new Statements(database)
                .list(LIST.formatted(wanted.sql()), EventRows::cameraEvent, wanted.values(limit));
    }

    public Optional<EventMark> mark(UUID id) {
        return new Statements(database)
                .first(MARK, row -> new EventMark(row.getTimestamp(1).toInstant(), id), id);
    }
}
