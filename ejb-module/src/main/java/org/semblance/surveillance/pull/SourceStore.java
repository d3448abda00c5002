package org.semblance.surveillance.pull;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventLog;

/** Sources of cameras as rows. */
@Stateless
@LocalBean
@PermitAll
public class SourceStore {
    private static final String SOURCES = """
            SELECT source.*, reading.failures, reading.last_error, reading.last_error_at,
                   CASE WHEN reading.failures > 0 THEN reading.next_try_at END AS next_try_at,
                   CASE WHEN reading.leased_until > now() THEN reading.node END AS node
              FROM semblance.camera_source AS source
              JOIN semblance.camera_reading AS reading ON reading.camera_id = source.camera_id
            """;
    private static final String FIND = SOURCES + " WHERE source.camera_id = ?";
    private static final String OF_CAMERAS = SOURCES + " WHERE source.camera_id = ANY (?) ORDER BY source.camera_id";

    /** Two who set up the same source at once do so one after the other. */
    private static final String HOLD = "SELECT id FROM semblance.camera WHERE id = ? FOR NO KEY UPDATE";

    private static final String ADD = """
            INSERT INTO semblance.camera_source
                   (kind, url, frames_per_second, username, password, is_on, camera_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            UPDATE semblance.camera_source
               SET kind = ?, url = ?, frames_per_second = ?, username = ?, password = ?, is_on = ?,
                   version = version + 1, changed_at = now()
             WHERE camera_id = ?
            """;

    /** Whatever went wrong before may go well now; that it failed stays known, until it does. */
    private static final String READ_AGAIN = """
            INSERT INTO semblance.camera_reading (camera_id) VALUES (?)
            ON CONFLICT (camera_id) DO UPDATE SET failures = 0, next_try_at = now()
            """;

    private static final String REMOVE = "DELETE FROM semblance.camera_source WHERE camera_id = ?";

    private final SourcePasswords passwords;
    private final AuditLog audit;
    private final EventLog events;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SourceStore() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SourceStore(SourcePasswords passwords, AuditLog audit, EventLog events, Clock clock) {
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Outside the container. */
    public SourceStore(DataSource database, SourcePasswords passwords, AuditLog audit, EventLog events, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A source with what opens it. */
    @SuppressWarnings("ArrayRecordComponent") // opened once, never compared
    record Opened(CameraSource source, byte @Nullable [] password) {}

    public Optional<CameraSource> find(CameraId camera) {
        return opened(camera).map(Opened::source);
    }

    /** Those that there are, in the order of cameras' ids. */
    public List<CameraSource> find(Collection<CameraId> cameras) {
        var ids = cameras.stream().map(CameraId::value).toList();
        return statements().list(OF_CAMERAS, row -> source(row).source(), ids);
    }

    /** Who to be at the camera; null where it asks for nobody. */
    public @Nullable Login login(CameraId camera) {
        return opened(camera)
                .map(known -> passwords.login(camera, known.source().username(), known.password()))
                .orElse(null);
    }

    /** Sets up or changes; refuses when it is no longer what the caller saw. */
    public CameraSource put(CameraId camera, NewSource said, ExpectedVersion expected) {
        statements().list(HOLD, row -> row.getLong(1), camera.value());
        Optional<Opened> before = opened(camera);
        expected.check(before.map(known -> known.source().version()).orElse(0));
        statements()
                .change(
                        before.isPresent() ? CHANGE : ADD,
                        said.kind().code(),
                        said.url(),
                        said.framesPerSecond(),
                        said.username(),
                        password(camera, said, before),
                        said.isOn(),
                        camera.value());
        statements().change(READ_AGAIN, camera.value());
        audit.record(changed(camera, said, before));
        tell(camera, "changed");
        return opened(camera).orElseThrow().source();
    }

    /** Whether there was one. */
    public boolean remove(CameraId camera) {
        if (statements().change(REMOVE, camera.value()) == 0) {
            return false;
        }
        audit.record(AuditEvent.success("camera.source-removed", "camera", camera));
        tell(camera, "removed");
        return true;
    }

    /** A password is not sent on to wherever somebody else moves the source. */
    private byte @Nullable [] password(CameraId camera, NewSource said, Optional<Opened> before) {
        String given = said.password();
        if (said.username() == null) {
            return null;
        }
        if (given != null) {
            return passwords.seal(camera, given);
        }
        return before.filter(known -> said.isSamePlace(known.source()))
                .map(Opened::password)
                .orElseThrow(() -> new InvalidInputException(
                        "password", "password is missing: it is kept only for the same user at the same host"));
    }

    private static AuditEvent changed(CameraId camera, NewSource said, Optional<Opened> before) {
        // The rest of the address may be a secret of the camera.
        var event = AuditEvent.success("camera.source-changed", "camera", camera)
                .with("host", String.valueOf(URI.create(said.url()).getHost()))
                .with("kind", said.kind().code())
                .with("frames_per_second", said.framesPerSecond())
                .with("on", said.isOn());
        return said.password() == null && before.isPresent() ? event : event.changedUnseen("password");
    }

    private void tell(CameraId camera, String what) {
        var details = Map.of("source", what);
        events.append(new CameraEvent(UuidV7.next(clock), clock.instant(), camera, CameraEvent.Type.CHANGED, details));
    }

    private Optional<Opened> opened(CameraId camera) {
        return statements().first(FIND, SourceStore::source, camera.value());
    }

    private static Opened source(ResultSet row) throws SQLException {
        var state = new CameraSource.State(
                row.getString("node"),
                row.getInt("failures"),
                row.getString("last_error"),
                Statements.time(row, "last_error_at"),
                Statements.time(row, "next_try_at"));
        var source = new CameraSource(
                new CameraId(row.getLong("camera_id")),
                SourceKind.of(row.getString("kind")),
                row.getString("url"),
                row.getDouble("frames_per_second"),
                row.getString("username"),
                row.getBoolean("is_on"),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"),
                state);
        return new Opened(source, row.getBytes("password"));
    }

    private Statements statements() {
        return new Statements(database);
    }
}
