package org.semblance.surveillance.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Rules in the database. Every change is told to all nodes. */
@Stateless
@LocalBean
@PermitAll
public class AccessRuleStore {
    private static final String SELECT = """
            SELECT rule.*, role.name AS role, department.name AS department, calendar.days AS calendar_days,
                   (SELECT id FROM semblance.ids_of_person(rule.person_id) AS id LIMIT 1) AS survivor,
                   ARRAY(SELECT door.name
                           FROM semblance.access_rule_door JOIN semblance.door ON door.id = access_rule_door.door_id
                          WHERE access_rule_door.rule_id = rule.id ORDER BY door.name) AS doors
              FROM semblance.access_rule AS rule
              LEFT JOIN semblance.role ON role.id = rule.role_id
              LEFT JOIN semblance.department ON department.id = rule.department_id
              LEFT JOIN semblance.access_calendar AS calendar ON calendar.id = rule.calendar_id
            """;
    private static final String ALL = SELECT + " ORDER BY rule.id";
    private static final String FIND = SELECT + " WHERE rule.id = ?";
    private static final String PAGE = SELECT + """
             WHERE rule.id > ?
               AND (CAST(? AS text) IS NULL OR rule.all_doors OR rule.id IN (
                    SELECT rule_id FROM semblance.access_rule_door JOIN semblance.door ON door.id = door_id
                     WHERE door.name = ?))
             ORDER BY rule.id LIMIT ?
            """;
    private static final String HOLD = "SELECT id FROM semblance.access_rule WHERE id = ? FOR UPDATE";
    private static final String ADD = """
            INSERT INTO semblance.access_rule (title, is_on, effect, whom, role_id, department_id, person_id, user_id,
                all_doors, hours, calendar_id, calendar_use, valid_from, valid_until, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS text[]), ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String CHANGE = """
            UPDATE semblance.access_rule
               SET title = ?, is_on = ?, effect = ?, whom = ?, role_id = ?, department_id = ?, person_id = ?,
                   user_id = ?, all_doors = ?, hours = CAST(? AS text[]), calendar_id = ?, calendar_use = ?,
                   valid_from = ?, valid_until = ?, version = version + 1
             WHERE id = ?
            """;
    private static final String REMOVE = "DELETE FROM semblance.access_rule WHERE id = ?";
    private static final String DOORS = """
            SELECT id, name FROM semblance.door WHERE name = ANY (CAST(? AS text[])) ORDER BY id FOR KEY SHARE
            """;
    private static final String LEAVE = "DELETE FROM semblance.access_rule_door WHERE rule_id = ?";
    private static final String STAND = """
            INSERT INTO semblance.access_rule_door (rule_id, door_id)
            SELECT ?, id FROM semblance.door WHERE name = ANY (CAST(? AS text[]))
            """;
    private static final String CALENDAR = "SELECT id FROM semblance.access_calendar WHERE id = ? FOR KEY SHARE";
    private static final String ONLY = "only";
    private static final String NEVER = "never";
    private static final int COLUMNS = 14;

    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessRuleStore() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public AccessRuleStore(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Outside the container. */
    public AccessRuleStore(DataSource database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of ids. */
    public List<AccessRule> all() {
        return statements().list(ALL, AccessRuleStore::rule);
    }

    /**
     * A page of the rules.
     *
     * @param door only those that hold there; null for all
     */
    public Page<AccessRule> list(@Nullable DoorName door, long after, int limit) {
        String name = door == null ? null : door.value();
        List<AccessRule> found =
                statements().list(PAGE, AccessRuleStore::rule, after, name, name, Page.fetchSize(limit));
        return Page.of(found, limit, rule -> rule.id().value());
    }

    public AccessRule require(AccessRuleId id) {
        return statements()
                .first(FIND, AccessRuleStore::rule, id.value())
                .orElseThrow(() -> new AccessRuleNotFoundException(id));
    }

    public AccessRule add(NewAccessRule said) {
        var id = new AccessRuleId(statements()
                .first(ADD, row -> row.getLong(1), values(said, clock.instant()))
                .orElseThrow());
        stand(id, said);
        AccessRule made = require(id);
        audit.record(AccessRuleChanges.made(made));
        AccessNews.tell(statements());
        return made;
    }

    /** Refuses when it is no longer the version that the caller saw. */
    public AccessRule change(AccessRuleId id, NewAccessRule said, ExpectedVersion expected) {
        AccessRule before = hold(id);
        expected.check(before.version());
        statements().change(CHANGE, values(said, id.value()));
        statements().change(LEAVE, id.value());
        stand(id, said);
        AccessRule after = require(id);
        audit.record(AccessRuleChanges.of(before, after));
        AccessNews.tell(statements());
        return after;
    }

    public void remove(AccessRuleId id, ExpectedVersion expected) {
        AccessRule gone = hold(id);
        expected.check(gone.version());
        statements().change(REMOVE, id.value());
        audit.record(AccessRuleChanges.gone(gone));
        AccessNews.tell(statements());
    }

    private AccessRule hold(AccessRuleId id) {
        statements().first(HOLD, row -> row.getLong(1), id.value());
        return require(id);
    }

    /** In the order of the statements, and what else they need at the end. */
    private @Nullable Object[] values(NewAccessRule said, Object last) {
        if (!said.isEverywhere() && said.doors().isEmpty()) {
            throw new InvalidInputException("doors", "A rule names at least one door; leave doors out for all of them");
        }
        RuleSubject subject = RuleSubject.of(said, statements());
        RuleTimes times = said.times();
        CalendarTerm term = times.calendar();
        if (term != null) {
            requireThere(term.calendar());
        }
        @Nullable
        Object[] values = {
            said.title(),
            said.isOn(),
            said.effect().code(),
            said.whom().code(),
            subject.role(),
            subject.department(),
            subject.person(),
            subject.user(),
            said.isEverywhere(),
            times.hours().texts(),
            term == null ? null : term.calendar().value(),
            term == null ? null : term.isOnly() ? ONLY : NEVER,
            times.from(),
            times.until()
        };
        @Nullable Object[] all = Arrays.copyOf(values, COLUMNS + 1);
        all[COLUMNS] = last;
        return all;
    }

    private void requireThere(AccessCalendarId calendar) {
        boolean isThere = statements()
                .first(CALENDAR, row -> row.getLong(1), calendar.value())
                .isPresent();
        if (!isThere) {
            throw new InvalidInputException("calendar", "There is no access calendar " + calendar);
        }
    }

    private void stand(AccessRuleId id, NewAccessRule said) {
        var names = said.doors().stream().map(DoorName::value).toList();
        List<String> known = statements().list(DOORS, row -> row.getString("name"), names);
        names.stream().filter(door -> !known.contains(door)).findFirst().ifPresent(door -> {
            throw new InvalidInputException("doors", "There is no door '" + door + "'");
        });
        statements().change(STAND, id.value(), names);
    }

    private static AccessRule rule(ResultSet row) throws SQLException {
        Whom whom = Whom.of(row.getString("whom"));
        String who = text(row, "role_id", "department_id", "person_id", "user_id");
        String subject = text(row, "role", "department", "survivor", "user_id");
        var said = new NewAccessRule(
                row.getString("title"),
                row.getBoolean("is_on"),
                Effect.of(row.getString("effect")),
                whom,
                whom == Whom.ROLE ? subject : who,
                row.getBoolean("all_doors"),
                Stream.of(texts(row, "doors")).map(DoorName::new).toList(),
                times(row));
        long calendar = row.getLong("calendar_id");
        return new AccessRule(
                new AccessRuleId(row.getLong("id")),
                said,
                subject,
                calendar == 0 ? CalendarDays.NONE : CalendarDays.of(List.of(texts(row, "calendar_days"))),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    private static RuleTimes times(ResultSet row) throws SQLException {
        String use = row.getString("calendar_use");
        return new RuleTimes(
                WeeklyHours.of(List.of(texts(row, "hours"))),
                use == null
                        ? null
                        : new CalendarTerm(new AccessCalendarId(row.getLong("calendar_id")), use.equals(ONLY)),
                Statements.time(row, "valid_from"),
                Statements.time(row, "valid_until"));
    }

    /** The only one of some columns that has a value. */
    private static @Nullable String text(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            String value = row.getString(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private Statements statements() {
        return new Statements(database);
    }
}
