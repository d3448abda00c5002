package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Lays out embeddings in the database as galleries grow and go; the work of one node at a time. */
@ApplicationScoped
public class Partitions {
    private static final Logger LOG = Logger.getLogger(Partitions.class);

    private static final String TRIM = """
            DELETE FROM embedding_change
             WHERE changed_at < now() - interval '1 day' AND transaction < pg_snapshot_xmin(pg_current_snapshot())
            """;
    private static final String OUTGROWN = """
            SELECT gallery_id FROM embedding WHERE tableoid = 'embedding_shared'::regclass
             GROUP BY gallery_id HAVING count(*) >= ? ORDER BY gallery_id
            """;
    private static final String WITHOUT_GRAPH = """
            SELECT gallery_id, model_id FROM embedding WHERE tableoid <> 'embedding_shared'::regclass
             GROUP BY gallery_id, model_id HAVING count(*) >= ? ORDER BY gallery_id, model_id
            """;
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('semblance.partitions'))";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('semblance.partitions'))";

    private final SearchSettings settings;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Partitions() {
        this.settings = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public Partitions(SearchSettings settings) {
        this.settings = settings;
    }

    public Partitions(SearchSettings settings, DataSource database) {
        this.settings = settings;
        this.database = database;
    }

    /** Does whatever there is to do, unless another node is at it. */
    public void tidy() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!isTrue(connection, LOCK)) {
                return;
            }
            // Moving a gallery takes as long as it takes.
            execute(connection, "SET statement_timeout = 0");
            try {
                execute(connection, TRIM);
                isTrue(connection, "SELECT drop_orphaned_partitions() > 0");
                partOutgrown(connection);
                buildGraphs(connection);
            } finally {
                execute(connection, "RESET statement_timeout");
                isTrue(connection, UNLOCK);
            }
        }
    }

    private void partOutgrown(Connection connection) throws SQLException {
        for (long[] gallery : rows(connection, OUTGROWN, settings.partitionFaces())) {
            if (isTrue(connection, "SELECT part_embeddings(" + gallery[0] + ")")) {
                LOG.infof("Gallery %d has outgrown the shared partition and got one for itself", gallery[0]);
            }
        }
    }

    private void buildGraphs(Connection connection) throws SQLException {
        if (settings.graphFaces() == 0) {
            return;
        }
        for (long[] found : rows(connection, WITHOUT_GRAPH, settings.graphFaces())) {
            if (isTrue(connection, "SELECT build_embedding_graph(" + found[0] + ", " + found[1] + ")")) {
                LOG.infof("Gallery %d got a graph index for model %d", found[0], found[1]);
            }
        }
    }

    private static List<long[]> rows(Connection connection, String sql, int least) throws SQLException {
        List<long[]> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(0);
            statement.setInt(1, least);
            try (var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    found.add(new long[] {rows.getLong(1), rows.getLong(columns)});
                }
            }
        }
        return found;
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
            try (var row = statement.executeQuery(sql)) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
            statement.execute(sql);
        }
    }
}
