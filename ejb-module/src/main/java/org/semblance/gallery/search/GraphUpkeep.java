package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.search.memory.Scope;
import org.semblance.platform.Statements;
import org.semblance.vision.ModelId;

/** Looks whether the graph indexes still find what they should, and builds them anew. */
@ApplicationScoped
public class GraphUpkeep {
    /** With a lower share of true answers a graph is not used by searches, and worth building anew. */
    public static final double GOOD = Recall.GOOD;

    private static final String GRAPHS = """
            SELECT gallery.id AS gallery_id, gallery.name AS gallery, model.id AS model_id, model.name AS model,
                   coalesce(rows.n_dead_tup > 0.2 * greatest(rows.n_live_tup, 1000), false) AS many_dead
              FROM gallery
             CROSS JOIN model
              LEFT JOIN pg_stat_all_tables AS rows
                ON rows.schemaname = 'semblance' AND rows.relname = format('embedding_gallery_%s', gallery.id)
             WHERE to_regclass(format('semblance.embedding_gallery_%s_model_%s_graph_ix', gallery.id, model.id)) IS NOT NULL
               AND (?::text IS NULL OR gallery.name = ?)
             ORDER BY gallery.id, model.id
            """;
    private static final String RANGE =
            "SELECT coalesce(min(face_id), 0), coalesce(max(face_id), 0) FROM embedding WHERE gallery_id = ?";
    private static final String NEXT = """
            SELECT face_id FROM embedding
             WHERE gallery_id = ? AND face_id >= ? AND model_id = ? AND searchable
             ORDER BY face_id
             LIMIT 1
            """;

    private final RecallProbe probe;
    private final PgvectorEmbeddingStore truth;
    private final Random random = new Random();

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    /**
     * A graph index that there is.
     *
     * @param hasManyDead whether so many of its rows were deleted or changed that it is full of holes
     */
    public record Graph(long galleryId, String gallery, long modelId, ModelId model, boolean hasManyDead) {
        Scope scope() {
            return new Scope(galleryId, model);
        }
    }

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GraphUpkeep() {
        this.probe = null;
        this.truth = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public GraphUpkeep(RecallProbe probe, PgvectorEmbeddingStore truth) {
        this.probe = probe;
        this.truth = truth;
    }

    /** Outside the container. */
    public GraphUpkeep(RecallProbe probe, PgvectorEmbeddingStore truth, DataSource database) {
        this.probe = probe;
        this.truth = truth;
        this.database = database;
    }

    /**
     * The graphs that there are.
     *
     * @param only the gallery to look at; null for all
     */
    public List<Graph> graphs(@Nullable GalleryName only) {
        String name = only == null ? null : only.value();
        return new Statements(database)
                .list(
                        GRAPHS,
                        row -> new Graph(
                                row.getLong("gallery_id"),
                                row.getString("gallery"),
                                row.getLong("model_id"),
                                new ModelId(row.getString("model")),
                                row.getBoolean("many_dead")),
                        name,
                        name);
    }

    /** The share of samples for which a graph finds what comparing everything finds; nothing when it has no faces. */
    public OptionalDouble recall(Graph graph, int samples, BooleanSupplier isStopped) {
        int asked = 0;
        int found = 0;
        for (int i = 0; i < samples && !isStopped.getAsBoolean(); i++) {
            var stored = sample(graph).flatMap(face -> truth.find(face, graph.model()));
            if (stored.isPresent()) {
                asked++;
                found += probe.isFoundByGraph(graph.scope(), stored.get()) ? 1 : 0;
            }
        }
        return asked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) found / asked);
    }

    private Optional<FaceId> sample(Graph graph) {
        long[] range = new Statements(database)
                .first(RANGE, row -> new long[] {row.getLong(1), row.getLong(2)}, graph.galleryId())
                .orElseThrow();
        long from = random.nextLong(range[0], range[1] + 1);
        return new Statements(database)
                .first(NEXT, row -> new FaceId(row.getLong(1)), graph.galleryId(), from, graph.modelId());
    }

    /** Searches use the old graph until the new one is complete; whoever adds faces waits meanwhile. */
    public void rebuild(Graph graph) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
            statement.execute("SET statement_timeout = 0");
            try {
                statement.execute("SELECT rebuild_embedding_graph(" + graph.galleryId() + ", " + graph.modelId() + ")");
                statement.execute("SELECT drop_outdated_graphs()");
            } finally {
                statement.execute("RESET statement_timeout");
            }
        }
        probe.forgetGraph(graph.scope());
    }
}
