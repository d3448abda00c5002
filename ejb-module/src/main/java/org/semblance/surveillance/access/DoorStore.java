package org.semblance.surveillance.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;

/** Doors in the database. Every change is told to all nodes. */
@Stateless
@LocalBean
@PermitAll
public class DoorStore {
    private static final String SELECT = """
            SELECT door.*, watching.cameras, watching.names, watching.galleries
              FROM semblance.door
             CROSS JOIN LATERAL (
                   SELECT coalesce(array_agg(camera.id ORDER BY camera.name), '{}') AS cameras,
                          coalesce(array_agg(camera.name ORDER BY camera.name), '{}') AS names,
                          coalesce(array_agg(DISTINCT camera.gallery_id), '{}') AS galleries
                     FROM semblance.door_camera JOIN semblance.camera ON camera.id = door_camera.camera_id
                    WHERE door_camera.door_id = door.id AND camera.removed_at IS NULL) AS watching
            """;
    private static final String ALL = SELECT + " ORDER BY door.id";
    private static final String PAGE = SELECT + " WHERE door.id > ? ORDER BY door.id LIMIT ?";
    private static final String FIND = SELECT + " WHERE door.name = ?";
    private static final String HOLD = "SELECT id FROM semblance.door WHERE name = ? FOR UPDATE";
    private static final String ADD = """
            INSERT INTO semblance.door (title, zone, is_enabled, name, created_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO NOTHING
            """;
    private static final String CHANGE =
            "UPDATE semblance.door SET title = ?, zone = ?, is_enabled = ?, version = version + 1 WHERE id = ?";
    private static final String REMOVE = "DELETE FROM semblance.door WHERE id = ?";

    /** Nobody else has them watch a door meanwhile. */
    private static final String CAMERAS = """
            SELECT id, name FROM semblance.camera WHERE name = ANY (CAST(? AS text[])) AND removed_at IS NULL
             ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String ELSEWHERE = """
            SELECT camera.name AS camera, door.name AS door
              FROM semblance.door_camera
              JOIN semblance.camera ON camera.id = door_camera.camera_id
              JOIN semblance.door ON door.id = door_camera.door_id
             WHERE door_camera.camera_id = ANY (?) AND door.name <> ? ORDER BY camera.name LIMIT 1
            """;
    private static final String LEAVE = "DELETE FROM semblance.door_camera WHERE door_id = ?";
    private static final String WATCH = """
            INSERT INTO semblance.door_camera (camera_id, door_id)
            SELECT watching, door.id FROM unnest(?) AS watching JOIN semblance.door ON door.name = ?
            """;

    /** Rules that name a door are changed by nobody until the transaction ends. */
    private static final String HOLD_RULES = """
            SELECT id FROM semblance.access_rule
             WHERE id IN (SELECT rule_id FROM semblance.access_rule_door WHERE door_id = ?) ORDER BY id FOR UPDATE
            """;

    private static final String REMOVE_RULES = """
            DELETE FROM semblance.access_rule
             WHERE id = ANY (?)
               AND NOT EXISTS (SELECT FROM semblance.access_rule_door WHERE rule_id = access_rule.id AND door_id <> ?)
            RETURNING id
            """;

    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DoorStore() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public DoorStore(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Outside the container. */
    public DoorStore(DataSource database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of ids. */
    public List<Door> all() {
        return statements().list(ALL, DoorStore::door);
    }

    public Page<Door> list(long after, int limit) {
        return Page.of(statements().list(PAGE, DoorStore::door, after, Page.fetchSize(limit)), limit, Door::id);
    }

    public Door require(DoorName name) {
        return find(name).orElseThrow(() -> new DoorNotFoundException(name));
    }

    public Door add(NewDoor said) {
        boolean isNew = statements()
                        .change(
                                ADD,
                                said.title(),
                                said.zone().getId(),
                                said.isEnabled(),
                                said.name().value(),
                                clock.instant())
                > 0;
        if (!isNew) {
            throw new DoorExistsException(said.name());
        }
        watch(said);
        audit.record(AuditEvent.success("door.created", "door", said.name())
                .with("zone", said.zone().getId())
                .with("cameras", names(said)));
        AccessNews.tell(statements());
        return require(said.name());
    }

    /** Refuses when it is no longer the version that the caller saw. */
    public Door change(NewDoor said, ExpectedVersion expected) {
        Door before = hold(said.name());
        expected.check(before.version());
        statements().change(CHANGE, said.title(), said.zone().getId(), said.isEnabled(), before.id());
        statements().change(LEAVE, before.id());
        watch(said);
        Door after = require(said.name());
        audit.record(AuditEvent.success("door.changed", "door", said.name())
                .changed("title", before.said().title(), said.title())
                .changed("zone", before.said().zone().getId(), said.zone().getId())
                .changed("cameras", names(before.said()), names(after.said()))
                .changed("enabled", before.said().isEnabled(), said.isEnabled()));
        AccessNews.tell(statements());
        return after;
    }

    /** Rules that hold nowhere else go with it. */
    public void remove(DoorName name, ExpectedVersion expected) {
        Door door = hold(name);
        expected.check(door.version());
        List<Long> naming = statements().list(HOLD_RULES, row -> row.getLong(1), door.id());
        List<Long> gone = statements().list(REMOVE_RULES, row -> row.getLong(1), naming, door.id());
        gone.forEach(rule -> audit.record(AuditEvent.success("access-rule.deleted", "access-rule", rule)
                .with("with_door", name.value())));
        statements().change(REMOVE, door.id());
        audit.record(AuditEvent.success("door.deleted", "door", name));
        AccessNews.tell(statements());
    }

    private void watch(NewDoor said) {
        var names = said.cameras().stream().map(CameraName::value).toList();
        Map<String, Long> ids = statements()
                .list(CAMERAS, row -> Map.entry(row.getString("name"), row.getLong("id")), names)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        names.stream().filter(camera -> !ids.containsKey(camera)).findFirst().ifPresent(camera -> {
            throw new InvalidInputException("cameras", "There is no camera '" + camera + "'");
        });
        List<Long> watching = List.copyOf(ids.values());
        statements()
                .first(ELSEWHERE, DoorStore::elsewhere, watching, said.name().value())
                .ifPresent(refusal -> {
                    throw refusal;
                });
        statements().change(WATCH, watching, said.name().value());
    }

    private static CameraAtDoorException elsewhere(ResultSet row) throws SQLException {
        return new CameraAtDoorException(
                new CameraName(row.getString("camera")), new DoorName(row.getString("door")));
    }

    private Door hold(DoorName name) {
        statements().first(HOLD, row -> row.getLong(1), name.value());
        return require(name);
    }

    private Optional<Door> find(DoorName name) {
        return statements().first(FIND, DoorStore::door, name.value());
    }

    private static String names(NewDoor said) {
        return said.cameras().stream().map(CameraName::value).sorted().collect(Collectors.joining(","));
    }

    private static Door door(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("names").getArray();
        var said = new NewDoor(
                new DoorName(row.getString("name")),
                row.getString("title"),
                ZoneId.of(row.getString("zone")),
                Stream.of(names).map(CameraName::new).toList(),
                row.getBoolean("is_enabled"));
        return new Door(
                row.getLong("id"),
                said,
                numbers(row, "cameras").map(CameraId::new).collect(Collectors.toUnmodifiableSet()),
                numbers(row, "galleries").collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    private static Stream<Long> numbers(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray()).stream();
    }

    private Statements statements() {
        return new Statements(database);
    }
}
