package org.semblance.surveillance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.Statements;

/** Cameras of one gallery in a migrated database, as everybody finds them. */
public final class CameraWorld implements AutoCloseable, Cameras {
    private static final String ADD = """
            INSERT INTO semblance.camera (name, title, gallery_id, min_quality, requires_liveness, sighting_seconds,
                                          keeps_unknown, learns, is_enabled, created_at)
            VALUES (?, 'A camera', ?, 0.3, false, 30, true, false, true, now()) RETURNING id
            """;

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final long gallery;

    public CameraWorld() {
        gallery = owner().first(
                        "INSERT INTO semblance.gallery (name, title) VALUES ('staff', 'Staff') RETURNING id",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    public DataSource app() {
        return database.app();
    }

    public DataSource read() {
        return database.read();
    }

    public Statements owner() {
        return new Statements(database.owner());
    }

    public CameraId camera(String name) {
        return new CameraId(
                owner().first(ADD, row -> row.getLong(1), name, gallery).orElseThrow());
    }

    public void enable(CameraId camera, boolean isEnabled) {
        owner().change("UPDATE semblance.camera SET is_enabled = ? WHERE id = ?", isEnabled, camera.value());
    }

    @Override
    public List<Camera> all() {
        return owner().list(
                        "SELECT id, name, title, is_enabled FROM semblance.camera WHERE removed_at IS NULL",
                        row -> new Camera(
                                new CameraId(row.getLong("id")),
                                new CameraName(row.getString("name")),
                                row.getString("title"),
                                "",
                                gallery,
                                new GalleryName("staff"),
                                CameraRules.STANDARD,
                                row.getBoolean("is_enabled"),
                                Instant.EPOCH,
                                1));
    }

    @Override
    public Optional<Camera> find(CameraId id) {
        return all().stream().filter(camera -> camera.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Camera> find(CameraName name) {
        return all().stream().filter(camera -> camera.name().equals(name)).findFirst();
    }

    @Override
    public void close() {
        database.close();
    }
}
