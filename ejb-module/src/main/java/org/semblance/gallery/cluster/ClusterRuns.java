package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryScope;
import org.semblance.identity.Scope;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Page;
import org.semblance.platform.Violation;
import org.semblance.vision.ModelId;

/** Each time that a gallery was clustered; one at a time for each gallery, whichever node does it. */
@Stateless
@LocalBean
@PermitAll
public class ClusterRuns {
    private static final String COLUMNS = """
            SELECT run.*, gallery.name AS gallery
              FROM semblance.cluster_run AS run JOIN semblance.gallery ON gallery.id = run.gallery_id
            """;
    private static final String FIND = COLUMNS + " WHERE run.id = ?";
    private static final String LIST = COLUMNS + """
             WHERE (? = '' OR gallery.name = ?) AND (? OR gallery.id = ANY (?)) AND (run.id < ? OR ? = 0) ORDER BY run.id DESC LIMIT ?
            """;
    private static final String BURY = """
            UPDATE semblance.cluster_run
               SET state = 'failed', ended_at = now(), problem = 'The server stopped in the middle of the run'
             WHERE gallery_id = ? AND state = 'running' AND touched_at < now() - interval '10 minutes'
            """;
    private static final String START = """
            INSERT INTO semblance.cluster_run (gallery_id, model, similarity, margin, min_faces, started_by)
            SELECT ?, ?, ?, ?, ?, ?
             WHERE NOT EXISTS (SELECT FROM semblance.cluster_run WHERE gallery_id = ? AND state = 'running')
            RETURNING id
            """;
    private static final String RESUME = """
            UPDATE semblance.cluster_run AS run
               SET state = 'running', ended_at = NULL, problem = NULL, touched_at = now(), execution_id = ?
             WHERE id = ? AND state <> 'completed'
               AND NOT EXISTS (SELECT FROM semblance.cluster_run AS other
                                WHERE other.gallery_id = run.gallery_id AND other.id <> run.id AND state = 'running')
            """;
    private static final String ASSIGN =
            "UPDATE semblance.cluster_run SET execution_id = ? WHERE id = ? AND execution_id IS NULL";
    private static final String COMPARED = """
            UPDATE semblance.cluster_run SET compared = compared + ?, touched_at = now()
             WHERE id = ? AND state = 'running'
            """;
    private static final String COMPLETE = """
            UPDATE semblance.cluster_run
               SET state = 'completed', ended_at = now(), faces = ?, founded = ?, changed = ?, unclustered = ?
             WHERE id = ? AND state = 'running'
            """;
    private static final String FAIL = """
            UPDATE semblance.cluster_run SET state = 'failed', ended_at = now(), problem = ?
             WHERE id = ? AND state = 'running'
            """;
    private static final String ONE_RUNNING = "cluster_run_gallery_id_uq";

    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClusterRuns() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ClusterRuns(AuditLog audit) {
        this.audit = audit;
    }

    ClusterRuns(DataSource database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Begins a run; refused while another one of the gallery goes on. One that no server works on is given up first. */
    public ClusterRun start(GalleryScope scope, ClusterRequest request, String caller) {
        double similarity = request.similarity() == null ? scope.threshold() : request.similarity();
        try (var connection = database.getConnection();
                var bury = connection.prepareStatement(BURY);
                var start = connection.prepareStatement(START)) {
            bury.setLong(1, scope.galleryId());
            bury.executeUpdate();
            set(
                    start,
                    scope.galleryId(),
                    scope.model().value(),
                    similarity,
                    scope.margin(),
                    request.minFaces(),
                    caller,
                    scope.galleryId());
            try (var rows = start.executeQuery()) {
                if (!rows.next()) {
                    throw new ClusteringRunsException(scope.gallery());
                }
                var id = new ClusterRunId(rows.getLong(1));
                audit.record(AuditEvent.success("gallery.clustered", "gallery", scope.gallery())
                        .with("run", id.value()));
                return find(id).orElseThrow();
            }
        } catch (SQLException e) {
            if (Violation.isOf(ONE_RUNNING, e)) {
                throw new ClusteringRunsException(scope.gallery());
            }
            throw failed(e);
        }
    }

    public Optional<ClusterRun> find(ClusterRunId id) {
        return query(FIND, id.value()).stream().findFirst();
    }

    /** The latest runs within a scope, newest first, of one gallery or of all. */
    public Page<ClusterRun> list(Scope scope, Optional<GalleryName> gallery, long before, int limit) {
        String name = gallery.map(GalleryName::value).orElse("");
        Long[] galleries = scope.galleries().toArray(Long[]::new);
        List<ClusterRun> runs =
                query(LIST, name, name, scope.everywhere(), galleries, before, before, Page.fetchSize(limit));
        return Page.of(runs, limit, run -> run.id().value());
    }

    /** A job has been started that will take the run over. */
    public void assign(ClusterRunId id, JobRunId execution) {
        change(ASSIGN, execution.value(), id.value());
    }

    /** A job takes the run over, from the request that began it or from a job that was stopped; false when it may not. */
    public boolean resume(ClusterRunId id, JobRunId execution) {
        return change(RESUME, execution.value(), id.value());
    }

    /** So many more faces have been compared; false when the run is over. */
    public boolean compared(ClusterRunId id, long faces) {
        return change(COMPARED, faces, id.value());
    }

    public boolean complete(ClusterRunId id, ClusterRun.Counts counts) {
        return change(COMPLETE, counts.faces(), counts.founded(), counts.changed(), counts.unclustered(), id.value());
    }

    public boolean fail(ClusterRunId id, String problem) {
        return change(FAIL, problem, id.value());
    }

    private boolean change(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<ClusterRun> query(String sql, Object... values) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            set(query, values);
            List<ClusterRun> runs = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    runs.add(run(rows));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static ClusterRun run(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        long execution = row.getLong("execution_id");
        return new ClusterRun(
                new ClusterRunId(row.getLong("id")),
                row.getLong("gallery_id"),
                new GalleryName(row.getString("gallery")),
                new ClusterRun.Rules(
                        new ModelId(row.getString("model")),
                        row.getDouble("similarity"),
                        row.getDouble("margin"),
                        row.getInt("min_faces")),
                ClusterRun.State.of(row.getString("state")),
                new ClusterRun.Counts(
                        row.getLong("faces"),
                        row.getLong("compared"),
                        row.getLong("founded"),
                        row.getLong("changed"),
                        row.getLong("unclustered")),
                execution == 0 ? null : new JobRunId(execution),
                row.getString("problem"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The runs of clustering could not be read or changed", e);
    }
}
