package org.semblance.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Reports in the database. Whatever they say is written in the transaction that did it. */
@Stateless
@LocalBean
@PermitAll
public class PurgeReports {
    private static final String BEGIN = """
            INSERT INTO semblance.retention_report (run_id, job, dry_run) VALUES (?, ?, ?)
            ON CONFLICT (run_id) DO NOTHING RETURNING id
            """;
    private static final String ADD_AGED = """
            INSERT INTO semblance.retention_line (report_id, kind, cutoff)
            VALUES (?, ?, now() - ? * interval '1 second')
            """;
    private static final String ADD_FOUND = "INSERT INTO semblance.retention_line (report_id, kind) VALUES (?, ?)";
    private static final String ADD_UP = """
            UPDATE semblance.retention_line
               SET rows = rows + ?, bytes = bytes + ?, problem = NULL,
                   took_ms = took_ms + CAST(1000 * extract(epoch FROM clock_timestamp() - now()) AS bigint)
             WHERE report_id = ? AND kind = ?
            """;
    private static final String DONE = """
            UPDATE semblance.retention_line
               SET held = ?, remaining = ?, problem = NULL, done_at = now()
             WHERE report_id = ? AND kind = ?
            """;
    private static final String FAILED =
            "UPDATE semblance.retention_line SET problem = ? WHERE report_id = ? AND kind = ?";
    private static final String END = """
            WITH ended AS (UPDATE semblance.retention_report SET ended_at = now() WHERE id = ? RETURNING id)
            UPDATE semblance.retention_line SET done_at = now() FROM ended WHERE report_id = ended.id AND done_at IS NULL
            """;
    private static final String SELECT =
            "SELECT id, run_id, job, dry_run, started_at, ended_at FROM semblance.retention_report";
    private static final String OF_RUN = SELECT + " WHERE run_id = ?";
    private static final String FIND = SELECT + " WHERE id = ?";
    private static final String LIST = SELECT + " WHERE ? = 0 OR id < ? ORDER BY id DESC LIMIT ?";
    private static final String LINES = "SELECT * FROM semblance.retention_line WHERE report_id = ? ORDER BY kind";
    private static final String AGE = """
            SELECT extract(epoch FROM now() - coalesce(
                       (SELECT max(ended_at) FROM semblance.retention_report WHERE job = ? AND NOT dry_run),
                       (SELECT min(created_at) FROM semblance.job_run)))
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PurgeReports() {}

    /** Outside the container. */
    public PurgeReports(DataSource database) {
        this.database = database;
    }

    /** Begins the report of a run, with the cutoffs of this moment; a restart goes on with the one that there is. */
    public PurgeReport begin(JobRunId run, String job, boolean isDryRun, Map<String, Optional<Duration>> kinds) {
        statements()
                .list(BEGIN, row -> row.getLong(1), run.value(), job, isDryRun)
                .forEach(report -> kinds.forEach((kind, period) -> period.ifPresentOrElse(
                        age -> statements().change(ADD_AGED, report, kind, age.toSeconds()),
                        () -> statements().change(ADD_FOUND, report, kind))));
        return statements().first(OF_RUN, this::report, run.value()).orElseThrow();
    }

    /**
     * Adds what was done to a line, together with what the given work does.
     *
     * @param rest what else must be kept with it or not at all
     */
    public void add(long report, String kind, long rows, long bytes, Runnable rest) {
        statements().change(ADD_UP, rows, bytes, report, kind);
        rest.run();
    }

    /** A kind is done. */
    public void done(long report, String kind, long held, long remaining) {
        statements().change(DONE, held, remaining, report, kind);
    }

    /** A kind cannot be finished; a restart tries again. */
    public void failed(long report, String kind, String problem) {
        statements().change(FAILED, problem, report, kind);
    }

    /** All of it is done. */
    public void end(long report) {
        statements().change(END, report);
    }

    public PurgeReport require(long id) {
        return statements().first(FIND, this::report, id).orElseThrow(() -> new PurgeReportNotFoundException(id));
    }

    /**
     * The latest first.
     *
     * @param before id of the last one that the caller has seen; 0 for the beginning
     */
    public Page<PurgeReport> list(long before, int limit) {
        var reports = statements().list(LIST, this::report, before, before, Page.fetchSize(limit));
        return Page.of(reports, limit, PurgeReport::id);
    }

    /** How long ago the last run of a job was done; while there was none, how long ago the first run of any was asked for. */
    public Duration age(String job) {
        return statements()
                .first(AGE, row -> Duration.ofMillis((long) (1000 * row.getDouble(1))), job)
                .orElse(Duration.ZERO);
    }

    private PurgeReport report(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new PurgeReport(
                id,
                new JobRunId(row.getLong("run_id")),
                row.getString("job"),
                row.getBoolean("dry_run"),
                time(row, "started_at"),
                Statements.time(row, "ended_at"),
                statements().list(LINES, PurgeReports::line, id));
    }

    private static PurgeLine line(ResultSet row) throws SQLException {
        return new PurgeLine(
                row.getString("kind"),
                Statements.time(row, "cutoff"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getLong("held"),
                row.getLong("remaining"),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("problem"),
                Statements.time(row, "done_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Statements.time(row, column));
    }

    private Statements statements() {
        return new Statements(database);
    }
}
