package org.semblance.surveillance.pull;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventLog;

/** Which server reads which camera. All times are the database's. */
@Stateless
@LocalBean
@PermitAll
public class ReadingLeases {
    /** One failure may be a camera that starts anew; people are told of the second in a row. */
    private static final int TOLD_AFTER = 2;

    private static final String TAKE = """
            WITH due AS (
                SELECT reading.camera_id
                  FROM semblance.camera_reading AS reading
                  JOIN semblance.camera_source AS source ON source.camera_id = reading.camera_id
                  JOIN semblance.camera ON camera.id = reading.camera_id
                 WHERE source.is_on AND camera.is_enabled AND camera.removed_at IS NULL
                   AND reading.next_try_at <= now() AND (reading.leased_until IS NULL OR reading.leased_until < now())
                 ORDER BY reading.next_try_at, reading.camera_id LIMIT ?
                   FOR UPDATE OF reading SKIP LOCKED)
            UPDATE semblance.camera_reading AS reading
               SET lease = gen_random_uuid(), node = ?, leased_until = now() + make_interval(secs => ?)
              FROM due JOIN semblance.camera_source AS source ON source.camera_id = due.camera_id
             WHERE reading.camera_id = due.camera_id
            RETURNING reading.camera_id, reading.lease, reading.failures, source.version, source.kind, source.url,
                      source.frames_per_second, source.username, source.password
            """;

    /** Those that are disabled, moved or somebody else's now do not come back. */
    private static final String RENEW = """
            UPDATE semblance.camera_reading AS reading SET leased_until = now() + make_interval(secs => ?)
              FROM semblance.camera_source AS source, semblance.camera
             WHERE reading.lease = ANY (CAST(CAST(? AS text[]) AS uuid[])) AND reading.leased_until > now()
               AND source.camera_id = reading.camera_id AND source.is_on
               AND camera.id = reading.camera_id AND camera.is_enabled AND camera.removed_at IS NULL
            RETURNING reading.lease, source.version
            """;

    private static final String FREE = """
            UPDATE semblance.camera_reading SET lease = NULL, node = NULL, leased_until = NULL
             WHERE camera_id = ? AND lease = ?
            """;
    private static final String HOLD = """
            SELECT failures, is_failing FROM semblance.camera_reading WHERE camera_id = ? AND lease = ? FOR UPDATE
            """;
    private static final String FAILED = """
            UPDATE semblance.camera_reading
               SET failures = ?, is_failing = ?, last_error = ?, last_error_at = now(),
                   next_try_at = now() + make_interval(secs => ?), lease = NULL, node = NULL, leased_until = NULL
             WHERE camera_id = ?
            """;
    private static final String WELL = """
            UPDATE semblance.camera_reading SET failures = 0, is_failing = false, last_error = NULL, last_error_at = NULL
             WHERE camera_id = ?
            """;
    private static final String OTHERS =
            "SELECT name FROM semblance.node WHERE name <> ? AND seen_at > now() - interval '1 minute' LIMIT 1";
    private static final double MILLIS_PER_SECOND = 1000;

    private final EventLog events;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ReadingLeases() {
        this.events = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ReadingLeases(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Outside the container. */
    public ReadingLeases(DataSource database, EventLog events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    private record Standing(int failures, boolean isFailing) {
        boolean isWell() {
            return failures == 0 && !isFailing;
        }
    }

    /** Cameras that nobody reads, for this node to read. */
    public List<ReadingLease> take(String node, int most, Duration length) {
        return statements().list(TAKE, ReadingLeases::lease, most, node, seconds(length));
    }

    /** Those of the leases that go on, with the version of their source. */
    public Map<UUID, Integer> renew(Collection<UUID> leases, Duration length) {
        if (leases.isEmpty()) {
            return Map.of();
        }
        return statements()
                .list(
                        RENEW,
                        row -> Map.entry(row.getObject("lease", UUID.class), row.getInt("version")),
                        seconds(length),
                        leases.stream().map(UUID::toString).toList())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nobody reads it now, and anybody may. */
    public void free(CameraId camera, UUID lease) {
        statements().change(FREE, camera.value(), lease);
    }

    /** A picture came; tells people where they were told that none does. */
    public void began(CameraId camera, UUID lease) {
        Optional<Standing> standing = hold(camera, lease);
        if (standing.isEmpty() || standing.get().isWell()) {
            return;
        }
        statements().change(WELL, camera.value());
        if (standing.get().isFailing()) {
            tell(camera, CameraEvent.Type.SOURCE_RESTORED, Map.of());
        }
    }

    /** It could not be read, or no longer; anybody may try again after the pause. */
    public void failed(CameraId camera, UUID lease, String code, Duration pause) {
        Optional<Standing> standing = hold(camera, lease);
        if (standing.isEmpty()) {
            return;
        }
        int failures = standing.get().failures() + 1;
        boolean isTold = standing.get().isFailing();
        boolean isFailing = isTold || failures >= TOLD_AFTER;
        statements().change(FAILED, failures, isFailing, code, seconds(pause), camera.value());
        if (isFailing && !isTold) {
            tell(camera, CameraEvent.Type.SOURCE_FAILED, Map.of("reason", code));
        }
    }

    /** Whether no other node was heard of lately that could take over. */
    public boolean isAlone(String node) {
        return statements().first(OTHERS, row -> row.getString(1), node).isEmpty();
    }

    private Optional<Standing> hold(CameraId camera, UUID lease) {
        return statements().first(HOLD, row -> new Standing(row.getInt(1), row.getBoolean(2)), camera.value(), lease);
    }

    private void tell(CameraId camera, CameraEvent.Type type, Map<String, String> details) {
        events.append(new CameraEvent(UuidV7.next(clock), clock.instant(), camera, type, details));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / MILLIS_PER_SECOND;
    }

    private static ReadingLease lease(ResultSet row) throws SQLException {
        var from = new ReadingLease.From(
                SourceKind.of(row.getString("kind")),
                row.getString("url"),
                row.getDouble("frames_per_second"),
                row.getString("username"),
                row.getBytes("password"));
        return new ReadingLease(
                new CameraId(row.getLong("camera_id")),
                row.getObject("lease", UUID.class),
                row.getInt("version"),
                row.getInt("failures"),
                from);
    }

    private Statements statements() {
        return new Statements(database);
    }
}
