package org.semblance.surveillance.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Calendars in the database. Every change is told to all nodes. */
@Stateless
@LocalBean
@PermitAll
public class AccessCalendarStore {
    private static final String SELECT = "SELECT * FROM semblance.access_calendar";
    private static final String PAGE = SELECT + " WHERE id > ? ORDER BY id LIMIT ?";
    private static final String FIND = SELECT + " WHERE id = ?";
    private static final String HOLD = FIND + " FOR UPDATE";
    private static final String TAKEN = """
            SELECT id FROM semblance.access_calendar
             WHERE lower(title) = lower(?) AND id IS DISTINCT FROM CAST(? AS bigint)
            """;

    /** Two who want the same title get it one after the other. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('access calendars', 0)) AS text)";

    private static final String ADD = """
            INSERT INTO semblance.access_calendar (title, days, created_at) VALUES (?, ?, ?) RETURNING id
            """;
    private static final String CHANGE =
            "UPDATE semblance.access_calendar SET title = ?, days = ?, version = version + 1 WHERE id = ?";
    private static final String REMOVE = "DELETE FROM semblance.access_calendar WHERE id = ?";
    private static final String USERS =
            "SELECT id FROM semblance.access_rule WHERE calendar_id = ? ORDER BY id LIMIT 10";

    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessCalendarStore() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public AccessCalendarStore(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Outside the container. */
    public AccessCalendarStore(DataSource database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    public Page<AccessCalendar> list(long after, int limit) {
        List<AccessCalendar> found =
                statements().list(PAGE, AccessCalendarStore::calendar, after, Page.fetchSize(limit));
        return Page.of(found, limit, calendar -> calendar.id().value());
    }

    public AccessCalendar require(AccessCalendarId id) {
        return find(FIND, id);
    }

    public AccessCalendar add(NewAccessCalendar said) {
        refuseTaken(said, null);
        long id = statements()
                .first(
                        ADD,
                        row -> row.getLong(1),
                        said.title(),
                        said.days().texts(),
                        clock.instant())
                .orElseThrow();
        audit.record(
                AuditEvent.success("access-calendar.created", "access-calendar", id).with("title", said.title()));
        return require(new AccessCalendarId(id));
    }

    /** Refuses when it is no longer the version that the caller saw. */
    public AccessCalendar change(AccessCalendarId id, NewAccessCalendar said, ExpectedVersion expected) {
        AccessCalendar before = find(HOLD, id);
        expected.check(before.version());
        refuseTaken(said, id);
        statements().change(CHANGE, said.title(), said.days().texts(), id.value());
        audit.record(AuditEvent.success("access-calendar.changed", "access-calendar", id)
                .changed("title", before.said().title(), said.title())
                .changed("days", days(before.said()), days(said)));
        AccessNews.tell(statements());
        return require(id);
    }

    /** Refuses one by which rules go: without it they would let others pass. */
    public void remove(AccessCalendarId id, ExpectedVersion expected) {
        AccessCalendar gone = find(HOLD, id);
        expected.check(gone.version());
        List<String> rules = statements().list(USERS, row -> row.getString(1), id.value());
        if (!rules.isEmpty()) {
            throw new AccessCalendarInUseException(id, String.join(", ", rules));
        }
        statements().change(REMOVE, id.value());
        audit.record(AuditEvent.success("access-calendar.deleted", "access-calendar", id)
                .with("title", gone.said().title()));
    }

    private void refuseTaken(NewAccessCalendar said, @Nullable AccessCalendarId except) {
        statements().first(LOCK, row -> row.getString(1));
        boolean isTaken = statements()
                .first(TAKEN, row -> row.getLong(1), said.title(), except == null ? null : except.value())
                .isPresent();
        if (isTaken) {
            throw new AccessCalendarExistsException(said.title());
        }
    }

    private AccessCalendar find(String query, AccessCalendarId id) {
        return statements()
                .first(query, AccessCalendarStore::calendar, id.value())
                .orElseThrow(() -> new AccessCalendarNotFoundException(id));
    }

    private static String days(NewAccessCalendar said) {
        return said.days().texts().stream().collect(Collectors.joining(","));
    }

    private static AccessCalendar calendar(ResultSet row) throws SQLException {
        return new AccessCalendar(
                new AccessCalendarId(row.getLong("id")),
                new NewAccessCalendar(
                        row.getString("title"),
                        CalendarDays.of(List.of((String[]) row.getArray("days").getArray()))),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    private Statements statements() {
        return new Statements(database);
    }
}
