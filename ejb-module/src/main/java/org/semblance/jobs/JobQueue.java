package org.semblance.jobs;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Json;
import org.semblance.platform.Statements;

/**
 * Which node does which run. All times are the database's: how wrong a node's own clock is does not matter. A run
 * belongs to a node for as long as that node is heard of.
 */
@Stateless
@LocalBean
@PermitAll
public class JobQueue {
    private static final int MOST_DEATHS = 5;
    private static final String ADD = """
            INSERT INTO semblance.job_run (job, parameters, exclusive_key, requested_by, requested_by_kind)
            VALUES (?, CAST(? AS jsonb), ?, ?, ?) RETURNING id
            """;
    private static final String SEEN = """
            INSERT INTO semblance.node (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET seen_at = now()
            """;
    private static final String FORGET =
            "DELETE FROM semblance.node WHERE seen_at < now() - interval '7 days' OR id = ?";

    /** What is asked first is done first; what would disturb a run under way lets others pass. */
    private static final String TAKE = """
            UPDATE semblance.job_run AS run
               SET state = 'running', node_id = ?, attempt = run.attempt + 1, started_at = now(), ended_at = NULL,
                   message = NULL, execution_id = NULL,
                   done_before = (SELECT coalesce(sum(done), 0) FROM semblance.job_place WHERE run_id = run.id)
             WHERE run.id = (SELECT waiting.id FROM semblance.job_run AS waiting
                              WHERE waiting.state = 'queued' AND (waiting.exclusive_key IS NULL OR NOT EXISTS (
                                        SELECT FROM semblance.job_run AS other
                                         WHERE other.exclusive_key = waiting.exclusive_key
                                           AND other.state IN ('running', 'stopping')))
                              ORDER BY waiting.id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING run.id, run.attempt, run.job, run.parameters
            """;

    private static final String ORPHANS = """
            SELECT run.id, run.state, run.deaths FROM semblance.job_run AS run
             WHERE run.state IN ('running', 'stopping')
               AND NOT EXISTS (SELECT FROM semblance.node
                                WHERE node.id = run.node_id AND node.seen_at > now() - ? * interval '1 millisecond')
               FOR UPDATE OF run SKIP LOCKED
            """;
    private static final String RELEASE = """
            UPDATE semblance.job_run
               SET state = ?, node_id = NULL, deaths = deaths + 1, message = ?,
                   ended_at = CASE WHEN ? = 'queued' THEN NULL ELSE now() END
             WHERE id = ?
            """;
    private static final String BEGUN = "UPDATE semblance.job_run SET execution_id = ? WHERE id = ? AND attempt = ?";
    private static final String END = """
            UPDATE semblance.job_run SET state = ?, node_id = NULL, message = ?, ended_at = now()
             WHERE id = ? AND attempt = ? AND state IN ('running', 'stopping')
            """;
    private static final String PUT_BACK = """
            UPDATE semblance.job_run SET state = 'queued', node_id = NULL
             WHERE id = ? AND attempt = ? AND state IN ('running', 'stopping')
            """;
    private static final String STOPPING = """
            SELECT id FROM semblance.job_run WHERE state = 'stopping' AND node_id = ?
            """;
    private static final String STOP = """
            UPDATE semblance.job_run
               SET state = CASE state WHEN 'queued' THEN 'stopped' ELSE 'stopping' END,
                   ended_at = CASE state WHEN 'queued' THEN now() END
             WHERE id = ? AND state IN ('queued', 'running')
            """;
    private static final String RESTART = """
            UPDATE semblance.job_run SET state = 'queued', deaths = 0, ended_at = NULL, message = NULL
             WHERE id = ? AND state IN ('stopped', 'failed')
            """;
    private static final String ABANDON =
            "UPDATE semblance.job_run SET state = 'abandoned' WHERE id = ? AND state IN ('stopped', 'failed')";
    /** Two nodes that look at the same moment would both find that nothing with a key is under way. */
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('job_queue'))";

    private static final String SAY = "INSERT INTO semblance.job_event (run_id, text) VALUES (?, ?)";
    private static final String TELL = "SELECT pg_notify('job_run', ?)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public JobQueue() {}

    /** Outside the container. */
    public JobQueue(DataSource database) {
        this.database = database;
    }

    public JobRunId add(QueuedRun run) {
        var parameters = Json.createObjectBuilder();
        run.parameters().forEach(parameters::add);
        long id = statements()
                .first(
                        ADD,
                        row -> row.getLong(1),
                        run.job(),
                        parameters.build().toString(),
                        run.exclusiveKey(),
                        run.actor().name(),
                        run.actor().kind().code())
                .orElseThrow();
        return changed(new JobRunId(id), "Asked for by " + run.actor().name());
    }

    /** This node is alive. */
    public void seen(UUID node, String name) {
        statements().change(SEEN, node, name);
    }

    /** This node goes away; so are those that nobody heard of for long. What they did is up for whoever is left. */
    public void forget(UUID node) {
        statements().change(FORGET, node);
    }

    /** The next run that waits, now this node's. */
    public Optional<TakenRun> take(UUID node, String name) {
        statements().list(TURN, row -> node);
        var taken = statements().first(TAKE, JobQueue::taken, node);
        taken.ifPresent(run -> changed(run.id(), "Attempt " + run.attempt() + " begins on " + name));
        return taken;
    }

    /** Puts the runs of nodes that were not heard of for so long up again; how many. */
    public int releaseOrphans(Duration silence) {
        var orphans = statements().list(ORPHANS, Orphan::of, silence.toMillis());
        orphans.forEach(this::release);
        return orphans.size();
    }

    private void release(Orphan orphan) {
        var state = orphan.next();
        String message = state == JobState.FAILED
                ? "Its node died %d times in the middle of it; look at the server's log before you restart it"
                        .formatted(MOST_DEATHS)
                : null;
        statements()
                .change(
                        RELEASE,
                        state.code(),
                        message,
                        state.code(),
                        orphan.id().value());
        changed(orphan.id(), "Its node fell silent: " + state.code());
    }

    /** The attempt has a number in the batch runtime now. */
    public void begun(TakenRun run, long execution) {
        statements().change(BEGUN, execution, run.id().value(), run.attempt());
    }

    /** How an attempt ended; of no effect when another node has taken the run over. */
    public void end(TakenRun run, JobState state, @Nullable String message) {
        if (statements().change(END, state.code(), message, run.id().value(), run.attempt()) > 0) {
            changed(run.id(), message == null ? "Ended: " + state.code() : "Ended: " + state.code() + ". " + message);
        }
    }

    /** The attempt ends here, and another one goes on with it. */
    public void putBack(TakenRun run) {
        if (statements().change(PUT_BACK, run.id().value(), run.attempt()) > 0) {
            changed(run.id(), "Put back: its node goes away");
        }
    }

    /** The runs of this node that somebody asked to stop. */
    public List<JobRunId> stopping(UUID node) {
        return statements().list(STOPPING, row -> new JobRunId(row.getLong(1)), node);
    }

    public boolean stop(JobRunId id, String by) {
        return change(STOP, id, "Asked to stop by " + by);
    }

    public boolean restart(JobRunId id, String by) {
        return change(RESTART, id, "Restarted by " + by);
    }

    public boolean abandon(JobRunId id, String by) {
        return change(ABANDON, id, "Abandoned by " + by);
    }

    private boolean change(String sql, JobRunId id, String event) {
        if (statements().change(sql, id.value()) == 0) {
            return false;
        }
        changed(id, event);
        return true;
    }

    private JobRunId changed(JobRunId id, String event) {
        statements().change(SAY, id.value(), event);
        statements().list(TELL, row -> id, id.toString());
        return id;
    }

    private static TakenRun taken(ResultSet row) throws SQLException {
        Map<String, String> parameters = JobRequest.texts(row.getString("parameters"));
        return new TakenRun(new JobRunId(row.getLong("id")), row.getInt("attempt"), row.getString("job"), parameters);
    }

    private Statements statements() {
        return new Statements(database);
    }

    /** A run whose node fell silent. */
    private record Orphan(JobRunId id, JobState state, int deaths) {
        static Orphan of(ResultSet row) throws SQLException {
            return new Orphan(
                    new JobRunId(row.getLong("id")), JobState.of(row.getString("state")), row.getInt("deaths"));
        }

        JobState next() {
            if (state == JobState.STOPPING) {
                return JobState.STOPPED;
            }
            return deaths + 1 >= MOST_DEATHS ? JobState.FAILED : JobState.QUEUED;
        }
    }
}
