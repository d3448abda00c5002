package org.semblance.jobs.schedule;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.platform.Json;
import org.semblance.platform.Statements;

/** Schedules as rows. */
@Stateless
@LocalBean
@PermitAll
public class Schedules {
    private static final String SELECT = """
            SELECT schedule.*, run.state AS last_state, now() AS reckoned_at,
                   CAST(extract(epoch FROM greatest(now() - due_at, interval '0')) AS bigint) AS late
              FROM semblance.job_schedule AS schedule LEFT JOIN semblance.job_run AS run ON run.id = schedule.run_id
            """;
    private static final String FIND = SELECT + " WHERE name = ?";
    private static final String LIST = SELECT + " ORDER BY name";
    private static final String ADD = """
            INSERT INTO semblance.job_schedule (name, job, parameters, cron, zone, catch_up, is_on)
            VALUES (?, ?, CAST(? AS jsonb), ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING
            """;

    /** A schedule that was changed is reckoned anew. */
    private static final String CHANGE = """
            UPDATE semblance.job_schedule
               SET job = ?, parameters = CAST(? AS jsonb), cron = ?, zone = ?, catch_up = ?, is_on = ?, due_at = NULL,
                   missed_at = NULL, problem = NULL, version = version + 1, changed_at = now()
             WHERE name = ? AND version = ?
            """;

    private static final String REMOVE = "DELETE FROM semblance.job_schedule WHERE name = ?";
    private static final String DUE = """
            SELECT name FROM semblance.job_schedule WHERE is_on AND (due_at IS NULL OR due_at <= now()) ORDER BY due_at
            """;

    /** One node at a time, and only as long as it is still due. */
    private static final String HOLD = """
            SELECT id FROM semblance.job_schedule
             WHERE name = ? AND is_on AND (due_at IS NULL OR due_at <= now()) FOR UPDATE SKIP LOCKED
            """;

    private static final String RECKON = "UPDATE semblance.job_schedule SET due_at = ? WHERE name = ?";
    private static final String STARTED = """
            UPDATE semblance.job_schedule SET run_id = ?, started_at = now(), missed_at = NULL, problem = NULL WHERE name = ?
            """;
    private static final String MISSED = "UPDATE semblance.job_schedule SET missed_at = due_at WHERE name = ?";
    private static final String REFUSED = "UPDATE semblance.job_schedule SET problem = ? WHERE name = ?";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public Schedules() {}

    /** Outside the container. */
    public Schedules(DataSource database) {
        this.database = database;
    }

    public List<Schedule> list() {
        return statements().list(LIST, Schedules::schedule);
    }

    public Optional<Schedule> find(String name) {
        return statements().first(FIND, Schedules::schedule, name);
    }

    public Schedule require(String name) {
        return find(name).orElseThrow(() -> new ScheduleNotFoundException(name));
    }

    /** Whether there was none of that name. */
    public boolean add(NewSchedule said) {
        return statements()
                        .change(
                                ADD,
                                said.name(),
                                said.request().job(),
                                json(said),
                                said.cron().expression(),
                                said.cron().zone().getId(),
                                said.catchUp().code(),
                                said.isOn())
                > 0;
    }

    /** Whether it still had that version. */
    public boolean change(NewSchedule said, int version) {
        return statements()
                        .change(
                                CHANGE,
                                said.request().job(),
                                json(said),
                                said.cron().expression(),
                                said.cron().zone().getId(),
                                said.catchUp().code(),
                                said.isOn(),
                                said.name(),
                                version)
                > 0;
    }

    public void remove(String name) {
        statements().change(REMOVE, name);
    }

    /** Those that are due, or not reckoned yet. */
    public List<String> due() {
        return statements().list(DUE, row -> row.getString(1));
    }

    /** Holds one that is due until the transaction ends, with the time of the database; nothing when another node has it. */
    public Optional<DueSchedule> hold(String name) {
        if (statements().first(HOLD, row -> row.getLong(1), name).isEmpty()) {
            return Optional.empty();
        }
        return statements()
                .first(
                        FIND,
                        row -> new DueSchedule(
                                schedule(row), row.getTimestamp("reckoned_at").toInstant()),
                        name);
    }

    public void reckon(String name, @Nullable Instant dueAt) {
        statements().change(RECKON, dueAt, name);
    }

    public void started(String name, JobRunId run) {
        statements().change(STARTED, run.value(), name);
    }

    public void missed(String name) {
        statements().change(MISSED, name);
    }

    public void refused(String name, @Nullable String problem) {
        statements().change(REFUSED, problem, name);
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        long run = row.getLong("run_id");
        JobRunId last = row.wasNull() ? null : new JobRunId(run);
        String state = row.getString("last_state");
        boolean isOn = row.getBoolean("is_on");
        return new Schedule(
                new NewSchedule(
                        row.getString("name"),
                        new JobRequest(row.getString("job"), JobRequest.texts(row.getString("parameters"))),
                        new Cron(row.getString("cron"), ZoneId.of(row.getString("zone"))),
                        CatchUp.of(row.getString("catch_up")),
                        isOn),
                row.getInt("version"),
                isOn ? Statements.time(row, "due_at") : null,
                row.getLong("late"),
                Statements.time(row, "started_at"),
                last,
                state == null ? null : JobState.of(state),
                Statements.time(row, "missed_at"),
                row.getString("problem"));
    }

    private static String json(NewSchedule said) {
        var parameters = Json.createObjectBuilder();
        said.request().parameters().forEach(parameters::add);
        return parameters.build().toString();
    }

    private Statements statements() {
        return new Statements(database);
    }
}
