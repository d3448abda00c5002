package org.semblance.surveillance;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventLog;

/** Cameras in the database. Every change is told to all nodes. */
@Stateless
@LocalBean
@PermitAll
public class CameraStore {
    /** Heard by every node that keeps cameras in memory. */
    static final String CHANNEL = "camera";

    private static final String SELECT = """
            SELECT camera.*, gallery.name AS gallery
              FROM semblance.camera JOIN semblance.gallery ON gallery.id = camera.gallery_id
             WHERE removed_at IS NULL
            """;
    private static final String LIST = SELECT + " ORDER BY camera.name";
    private static final String FIND = SELECT + " AND camera.name = ?";
    private static final String HOLD = FIND + " FOR NO KEY UPDATE OF camera";
    private static final String GALLERY = "SELECT id FROM semblance.gallery WHERE name = ? FOR KEY SHARE";
    private static final String ADD = """
            INSERT INTO semblance.camera (title, location, gallery_id, threshold, margin, min_quality, requires_liveness,
                                          sighting_seconds, keeps_unknown, learns, is_enabled, name, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            UPDATE semblance.camera
               SET title = ?, location = ?, gallery_id = ?, threshold = ?, margin = ?, min_quality = ?,
                   requires_liveness = ?, sighting_seconds = ?, keeps_unknown = ?, learns = ?, is_enabled = ?,
                   version = version + 1
             WHERE id = ?
            """;
    private static final String REMOVE =
            "UPDATE semblance.camera SET removed_at = ?, is_enabled = false, version = version + 1 WHERE id = ?";

    private static final String REVOKE = """
            UPDATE semblance.api_key SET revoked_at = ?
             WHERE revoked_at IS NULL AND id IN (SELECT api_key_id FROM semblance.camera_agent WHERE camera_id = ?)
            """;

    /** Two who set up a camera of the same name do so one after the other. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('camera ' || ?, 0)) AS text)";

    private static final String TELL = "SELECT CAST(pg_notify('" + CHANNEL + "', ?) AS text)";

    private final AuditLog audit;
    private final EventLog events;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraStore() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public CameraStore(AuditLog audit, EventLog events, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Outside the container. */
    public CameraStore(DataSource database, AuditLog audit, EventLog events, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All that are not removed, by name. */
    public List<Camera> list() {
        return statements().list(LIST, CameraStore::camera);
    }

    public Camera require(CameraName name) {
        return find(FIND, name).orElseThrow(() -> new CameraNotFoundException(name));
    }

    public Camera add(NewCamera said) {
        statements().first(LOCK, row -> row.getString(1), said.name().value());
        if (find(FIND, said.name()).isPresent()) {
            throw new CameraExistsException(said.name());
        }
        statements().change(ADD, values(said, said.name().value(), clock.instant()));
        Camera camera = require(said.name());
        tell(camera, CameraEvent.Type.CREATED, Map.of());
        audit.record(AuditEvent.success("camera.created", "camera", camera.name())
                .with("gallery", camera.gallery().value()));
        return camera;
    }

    /** Refuses when it is no longer the version that the caller saw. */
    public Camera change(NewCamera said, ExpectedVersion expected) {
        Camera before = hold(said.name());
        expected.check(before.version());
        statements().change(CHANGE, values(said, before.id().value()));
        Camera after = require(said.name());
        if (before.isEnabled() != after.isEnabled()) {
            tell(after, after.isEnabled() ? CameraEvent.Type.ENABLED : CameraEvent.Type.DISABLED, Map.of());
        } else {
            tell(after, CameraEvent.Type.CHANGED, Map.of("version", Integer.toString(after.version())));
        }
        audit.record(CameraChanges.of(before, after));
        return after;
    }

    /** Its events stay, and name it; the keys of its agents are revoked. */
    public void remove(CameraName name, ExpectedVersion expected) {
        Camera camera = hold(name);
        expected.check(camera.version());
        statements().change(REMOVE, clock.instant(), camera.id().value());
        statements().change(REVOKE, clock.instant(), camera.id().value());
        tell(camera, CameraEvent.Type.REMOVED, Map.of());
        audit.record(AuditEvent.success("camera.removed", "camera", name));
    }

    private void tell(Camera camera, CameraEvent.Type what, Map<String, String> details) {
        events.append(new CameraEvent(UuidV7.next(clock), clock.instant(), camera.id(), what, details));
        statements().first(TELL, row -> row.getString(1), camera.id().toString());
    }

    private Camera hold(CameraName name) {
        return find(HOLD, name).orElseThrow(() -> new CameraNotFoundException(name));
    }

    private Optional<Camera> find(String query, CameraName name) {
        return statements().first(query, CameraStore::camera, name.value());
    }

    /** In the order of the statements, and what else they need at the end. */
    private @Nullable Object[] values(NewCamera said, Object... others) {
        long gallery = statements()
                .first(GALLERY, row -> row.getLong(1), said.gallery().value())
                .orElseThrow(() -> new GalleryNotFoundException(said.gallery()));
        var rules = said.rules();
        var values = new @Nullable Object[11 + others.length];
        values[0] = said.title();
        values[1] = said.location();
        values[2] = gallery;
        values[3] = rules.threshold();
        values[4] = rules.margin();
        values[5] = rules.minQuality();
        values[6] = rules.requiresLiveness();
        values[7] = (int) rules.sightingWindow().toSeconds();
        values[8] = rules.keepsUnknown();
        values[9] = rules.learns();
        values[10] = said.isEnabled();
        System.arraycopy(others, 0, values, 11, others.length);
        return values;
    }

    private static Camera camera(ResultSet row) throws SQLException {
        var rules = new CameraRules(
                decimal(row, "threshold"),
                decimal(row, "margin"),
                Double.parseDouble(row.getString("min_quality")),
                row.getBoolean("requires_liveness"),
                Duration.ofSeconds(row.getInt("sighting_seconds")),
                row.getBoolean("keeps_unknown"),
                row.getBoolean("learns"));
        return new Camera(
                new CameraId(row.getLong("id")),
                new CameraName(row.getString("name")),
                row.getString("title"),
                row.getString("location"),
                row.getLong("gallery_id"),
                new GalleryName(row.getString("gallery")),
                rules,
                row.getBoolean("is_enabled"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    /** The decimal number that somebody typed, not its nearest neighbour in single precision. */
    private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Double.valueOf(text);
    }

    private Statements statements() {
        return new Statements(database);
    }
}
