package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;

/** Lays out embeddings in the database as galleries grow and go; the work of one node at a time. */
@ApplicationScoped
public class Partitions {
    private static final String TRIM = """
            DELETE FROM embedding_change
             WHERE changed_at < now() - interval '1 day' AND transaction < pg_snapshot_xmin(pg_current_snapshot())
            """;
    private static final String OUTGROWN = """
            SELECT gallery_id FROM embedding
             WHERE tableoid = 'embedding_shared'::regclass
               AND (?::text IS NULL OR gallery_id = (SELECT id FROM gallery WHERE name = ?))
             GROUP BY gallery_id HAVING count(*) >= ? ORDER BY gallery_id
            """;
    private static final String WITHOUT_GRAPH = """
            SELECT gallery_id, model_id FROM embedding
             WHERE tableoid <> 'embedding_shared'::regclass
               AND (?::text IS NULL OR gallery_id = (SELECT id FROM gallery WHERE name = ?))
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

    /**
     * Does whatever there is to do; false when another node is at it.
     *
     * @param only the gallery to look at; null for all
     * @param log told of each thing that was done: its kind, and what it was in words
     */
    public boolean tidy(@Nullable GalleryName only, BiConsumer<String, String> log) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!isTrue(connection, LOCK)) {
                return false;
            }
            // Moving a gallery takes as long as it takes.
            execute(connection, "SET statement_timeout = 0");
            try {
                execute(connection, TRIM);
                isTrue(connection, "SELECT drop_outdated_graphs() > 0");
                if (isTrue(connection, "SELECT drop_orphaned_partitions() > 0")) {
                    log.accept("partitions-dropped", "The partitions of galleries that have gone were dropped");
                }
                partOutgrown(connection, only, log);
                buildGraphs(connection, only, log);
                isTrue(connection, "SELECT analyze_embeddings() IS NOT NULL");
                return true;
            } finally {
                execute(connection, "RESET statement_timeout");
                isTrue(connection, UNLOCK);
            }
        }
    }

    private void partOutgrown(Connection connection, @Nullable GalleryName only, BiConsumer<String, String> log)
            throws SQLException {
        for (long[] gallery : rows(connection, OUTGROWN, only, settings.partitionFaces())) {
            if (isTrue(connection, "SELECT part_embeddings(" + gallery[0] + ")")) {
                log.accept(
                        "partitions-made",
                        "Gallery " + gallery[0] + " has outgrown the shared partition and got one for itself");
            }
        }
    }

    private void buildGraphs(Connection connection, @Nullable GalleryName only, BiConsumer<String, String> log)
            throws SQLException {
        if (settings.graphFaces() == 0) {
            return;
        }
        for (long[] found : rows(connection, WITHOUT_GRAPH, only, settings.graphFaces())) {
            if (isTrue(connection, "SELECT build_embedding_graph(" + found[0] + ", " + found[1] + ")")) {
                log.accept("graphs-built", "Gallery " + found[0] + " got a graph index for model " + found[1]);
            }
        }
    }

    private static List<long[]> rows(Connection connection, String sql, @Nullable GalleryName only, int least)
            throws SQLException {
        List<long[]> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(0);
            statement.setString(1, only == null ? null : only.value());
            statement.setString(2, only == null ? null : only.value());
            statement.setInt(3, least);
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
