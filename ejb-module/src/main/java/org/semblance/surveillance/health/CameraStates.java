package org.semblance.surveillance.health;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventLog;

/**
 * Cameras that go and come, each time once for all servers: whoever changes the row writes the event. All ages are
 * reckoned by the clock of the database.
 */
@Stateless
@LocalBean
@PermitAll
public class CameraStates {
    private static final String SEEN = """
            INSERT INTO semblance.camera_state (camera_id, last_seen_at)
            SELECT camera.id, now() - make_interval(secs => CAST(heard.age AS double precision))
              FROM unnest(CAST(? AS bigint[]), CAST(? AS text[])) AS heard (id, age)
              JOIN semblance.camera ON camera.id = heard.id
             ORDER BY camera.id
            ON CONFLICT (camera_id) DO UPDATE
               SET last_seen_at = greatest(camera_state.last_seen_at, excluded.last_seen_at)
            """;
    private static final String ONLINE = """
            UPDATE semblance.camera_state AS state SET status = 'online', changed_at = now()
              FROM semblance.camera, semblance.camera_state AS before
             WHERE camera.id = state.camera_id AND camera.is_enabled AND camera.removed_at IS NULL
               AND before.camera_id = state.camera_id AND state.status <> 'online'
               AND state.last_seen_at > now() - make_interval(secs => ?)
            RETURNING state.camera_id, state.last_seen_at, now() AS at, before.status AS before,
                      before.changed_at AS since
            """;

    /** Both must agree: the cache, which knows at once, and the row, which survives the cache. */
    private static final String OFFLINE = """
            UPDATE semblance.camera_state AS state SET status = 'offline', changed_at = now()
              FROM semblance.camera, semblance.camera_state AS before
             WHERE camera.id = state.camera_id AND camera.is_enabled AND camera.removed_at IS NULL
               AND before.camera_id = state.camera_id AND state.status = 'online'
               AND NOT state.camera_id = ANY (CAST(? AS bigint[]))
               AND state.last_seen_at <= now() - make_interval(secs => ?)
            RETURNING state.camera_id, state.last_seen_at, now() AS at, before.status AS before,
                      before.changed_at AS since
            """;

    private static final String FORGET = """
            UPDATE semblance.camera_state AS state SET status = 'never', changed_at = now()
              FROM semblance.camera
             WHERE camera.id = state.camera_id AND NOT (camera.is_enabled AND camera.removed_at IS NULL)
               AND state.status <> 'never'
            """;
    private static final String LIST = """
            SELECT state.camera_id, state.status, state.last_seen_at, state.changed_at
              FROM semblance.camera_state AS state JOIN semblance.camera ON camera.id = state.camera_id
             WHERE camera.is_enabled AND camera.removed_at IS NULL
            """;
    private static final String FIND = """
            SELECT camera_id, status, last_seen_at, changed_at FROM semblance.camera_state
             WHERE camera_id = ANY (CAST(? AS bigint[]))
            """;
    private static final double MILLIS_PER_SECOND = 1000;

    private final EventLog events;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraStates() {
        this.events = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public CameraStates(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Outside the container. */
    public CameraStates(DataSource database, EventLog events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    private record Turn(CameraId camera, Instant lastSeen, Instant at, String before, Instant since) {}

    /** Notes what was heard, and tells of who came and went; the states of the enabled cameras after that. */
    public List<CameraState> look(Signs signs) {
        double silence = signs.silence().toMillis() / MILLIS_PER_SECOND;
        if (!signs.ages().isEmpty()) {
            List<CameraId> heard = List.copyOf(signs.ages().keySet());
            statements()
                    .change(
                            SEEN,
                            ids(heard),
                            heard.stream().map(camera -> age(signs, camera)).toList());
        }
        statements().list(ONLINE, CameraStates::turn, silence).forEach(turn -> append(turn, CameraEvent.Type.ONLINE));
        if (!signs.isGrace()) {
            statements()
                    .list(OFFLINE, CameraStates::turn, ids(signs.fresh()), silence)
                    .forEach(turn -> append(turn, CameraEvent.Type.OFFLINE));
        }
        statements().change(FORGET);
        return statements().list(LIST, CameraStates::state);
    }

    /** As they were when some server looked last; nothing of cameras that were never heard of. */
    public Map<CameraId, CameraState> find(Collection<CameraId> cameras) {
        return statements().list(FIND, CameraStates::state, ids(cameras)).stream()
                .collect(Collectors.toUnmodifiableMap(CameraState::camera, state -> state));
    }

    private void append(Turn turn, CameraEvent.Type type) {
        Map<String, String> details = turn.before().equals("never")
                ? Map.of("last_seen", turn.lastSeen().toString())
                : Map.of(
                        "last_seen",
                        turn.lastSeen().toString(),
                        turn.before() + "_since",
                        turn.since().toString());
        events.append(new CameraEvent(UuidV7.next(clock), turn.at(), turn.camera(), type, details));
    }

    private static String age(Signs signs, CameraId camera) {
        var age = Objects.requireNonNull(signs.ages().get(camera));
        return Double.toString(Math.max(0, age.toMillis()) / MILLIS_PER_SECOND);
    }

    private static List<Long> ids(Collection<CameraId> cameras) {
        return cameras.stream().map(CameraId::value).toList();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                new CameraId(row.getLong("camera_id")),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getString("before"),
                row.getTimestamp("since").toInstant());
    }

    private static CameraState state(ResultSet row) throws SQLException {
        return new CameraState(
                new CameraId(row.getLong("camera_id")),
                CameraState.Status.of(row.getString("status")),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private Statements statements() {
        return new Statements(database);
    }
}
