package org.semblance.ear;

import java.sql.SQLException;
import java.util.UUID;
import org.semblance.database.MigratedDatabase;

/** Writes what cameras saw as any node does, in the application's own role. */
final class MadeUpEvents {
    private static final String CAMERA = "INSERT INTO semblance.camera (name, title, gallery_id, min_quality,"
            + " requires_liveness, sighting_seconds, keeps_unknown, learns, is_enabled, created_at)"
            + " SELECT ?, '=Door', id, 0.3, false, 30, true, false, true, now() FROM semblance.gallery WHERE name = ?";
    private static final String SEEN = "INSERT INTO semblance.recognition_events (id, timestamp, camera_id, gallery_id,"
            + " outcome, reason, person_id, is_user_disabled, confidence, threshold, margin, quality, model, is_unknown,"
            + " sighting_id, door, is_allowed, access_reason, is_late) SELECT CAST(? AS uuid), now(), id, gallery_id, ?,"
            + " 'clear', CAST(? AS bigint), false, 0.83712, 0.5, 0.05, 0.7, 'made-up/1', ? = 'unknown',"
            + " gen_random_uuid(), 'main', false, 'rule', false FROM semblance.camera WHERE name = ?";
    private static final String HAPPENED = "INSERT INTO semblance.camera_events (id, camera_id, event_type, timestamp)"
            + " SELECT CAST(? AS uuid), id, ?, now() FROM semblance.camera WHERE name = ?";

    private MadeUpEvents() {}

    static String camera(String gallery) {
        String name = "camera-" + UUID.randomUUID();
        run(CAMERA, name, gallery);
        return name;
    }

    static UUID seen(String camera, String outcome, Long person) {
        UUID id = UUID.randomUUID();
        run(SEEN, id.toString(), outcome, person, outcome, camera);
        return id;
    }

    static UUID happened(String camera, String type) {
        UUID id = UUID.randomUUID();
        run(HAPPENED, id.toString(), type, camera);
        return id;
    }

    private static void run(String sql, Object... values) {
        try (var connection = TestServer.get()
                        .database()
                        .as(MigratedDatabase.Role.APP)
                        .getConnection();
                var statement = connection.prepareStatement(sql);
                var told = connection.createStatement()) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            told.execute("SELECT pg_notify('surveillance_event', 'new')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
