package org.semblance.jobs;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.platform.Json;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Runs as they stand, on whichever node. */
@Stateless
@LocalBean
@PermitAll
public class JobRuns {
    private static final String SELECT = """
            SELECT run.*, node.name AS node, work.done, work.failed,
                   (SELECT json_object_agg(counts.name, counts.number)
                      FROM (SELECT name, sum(number) AS number FROM semblance.job_count
                             WHERE run_id = run.id GROUP BY name) AS counts) AS counts,
                   CAST(extract(epoch FROM coalesce(run.ended_at, now()) - run.started_at) * 1000 AS bigint) AS worked
              FROM semblance.job_run AS run
              LEFT JOIN semblance.node ON node.id = run.node_id
             CROSS JOIN LATERAL (SELECT coalesce(sum(done), 0) AS done, coalesce(sum(failed), 0) AS failed
                                   FROM semblance.job_place WHERE run_id = run.id) AS work
            """;
    private static final String FIND = SELECT + " WHERE run.id = ?";
    private static final String LIST = SELECT + """
             WHERE (CAST(? AS text) IS NULL OR run.job = ?) AND (CAST(? AS text) IS NULL OR run.state = ?)
               AND (? = 0 OR run.id < ?)
             ORDER BY run.id DESC LIMIT ?
            """;
    private static final String UNDER_WAY = """
            SELECT id FROM semblance.job_run WHERE job = ? AND state IN ('queued', 'running', 'stopping') LIMIT 1
            """;
    private static final String EVENTS =
            "SELECT id, at, text FROM semblance.job_event WHERE run_id = ? AND id > ? ORDER BY id LIMIT ?";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public JobRuns() {}

    /** Outside the container. */
    public JobRuns(DataSource database) {
        this.database = database;
    }

    public JobStatus require(JobRunId id) {
        return find(id).orElseThrow(() -> new JobNotFoundException(id));
    }

    public Optional<JobStatus> find(JobRunId id) {
        return statements().first(FIND, this::status, id.value());
    }

    /** The newest first; the page's next is what to list before. */
    public Page<JobStatus> list(JobQuery query) {
        String state = query.state() == null ? null : query.state().code();
        var rows = statements()
                .list(
                        LIST,
                        this::status,
                        query.job(),
                        query.job(),
                        state,
                        state,
                        query.before(),
                        query.before(),
                        Page.fetchSize(query.limit()));
        return Page.of(rows, query.limit(), run -> run.id().value());
    }

    /** Whether a run of that job waits or goes on. */
    public boolean isUnderWay(String job) {
        return statements().first(UNDER_WAY, row -> row.getLong(1), job).isPresent();
    }

    public Page<JobEvent> events(JobRunId id, long after, int limit) {
        List<JobEvent> events = statements()
                .list(
                        EVENTS,
                        row -> new JobEvent(
                                row.getLong("id"),
                                Objects.requireNonNull(Statements.time(row, "at")),
                                row.getString("text")),
                        id.value(),
                        after,
                        Page.fetchSize(limit));
        return Page.of(events, limit, JobEvent::id);
    }

    private JobStatus status(ResultSet row) throws SQLException {
        var worked = Duration.ofMillis(row.getLong("worked"));
        var startedAt = Statements.time(row, "started_at");
        long total = row.getLong("total");
        boolean isCounted = !row.wasNull();
        return new JobStatus(
                new JobRunId(row.getLong("id")),
                row.getString("job"),
                JobState.of(row.getString("state")),
                JobRequest.texts(row.getString("parameters")),
                JobProgress.of(
                        isCounted ? total : null,
                        row.getLong("done"),
                        row.getLong("failed"),
                        row.getLong("done_before"),
                        worked),
                numbers(row.getString("counts")),
                actor(row),
                row.getString("node"),
                row.getInt("attempt"),
                new JobStatus.Times(
                        Objects.requireNonNull(Statements.time(row, "created_at")),
                        startedAt,
                        Statements.time(row, "ended_at"),
                        worked),
                row.getString("message"));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        var kind = Actor.Kind.valueOf(row.getString("requested_by_kind").toUpperCase(Locale.ROOT));
        return new Actor(kind, row.getString("requested_by"));
    }

    private static Map<String, Long> numbers(@Nullable String json) {
        var numbers = new HashMap<String, Long>();
        if (json != null) {
            JsonObject object = read(json);
            object.keySet()
                    .forEach(
                            name -> numbers.put(name, object.getJsonNumber(name).longValue()));
        }
        return numbers;
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private Statements statements() {
        return new Statements(database);
    }
}
