package org.semblance.gallery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.platform.Statements;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** Large galleries get what they need, and graphs that have lost their shape are built anew. */
class GraphUpkeepIT {
    private static final ModelId MODEL = new ModelId("test/graphs");
    private static final Vectors VECTORS = new Vectors(MODEL, 512);

    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();
    private static final DataSource APP = DATABASE.app();
    private static final GalleryRows ROWS = new GalleryRows(APP);

    private final List<String> done = new ArrayList<>();
    private final Recall recall = new Recall();
    private final PgvectorEmbeddingStore truth = new PgvectorEmbeddingStore(APP);
    private final Partitions partitions = new Partitions(new SearchSettings(1000, 1000), APP);
    private final GraphUpkeep graphs = new GraphUpkeep(
            new RecallProbe(
                    truth,
                    new GalleryCounts(APP),
                    new MemoryTier(new MemorySettings(OptionalLong.of(0)), APP, Runnable::run),
                    recall),
            truth,
            APP);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void lays_out_what_has_grown_and_tells_each_step_once() throws Exception {
        var gallery = grown(ROWS.gallery());
        grown(ROWS.gallery());

        assertThat(partitions.tidy(gallery, (kind, what) -> done.add(kind))).isTrue();
        assertThat(done).containsExactly("partitions-made", "graphs-built");
        assertThat(partitions.tidy(gallery, (kind, what) -> done.add(kind))).isTrue();
        assertThat(done).hasSize(2);
        assertThat(graphs.graphs(gallery)).hasSize(1);
    }

    @Test
    void one_server_at_a_time_lays_out() throws Exception {
        try (var other = APP.getConnection();
                var lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(hashtext('semblance.partitions'))");

            assertThat(partitions.tidy(null, (kind, what) -> done.add(kind))).isFalse();
        }
    }

    @Test
    void probes_a_graph_against_comparing_everything_and_builds_it_anew() throws Exception {
        var gallery = grown(ROWS.gallery());
        partitions.tidy(gallery, (kind, what) -> done.add(kind));
        var graph = graphs.graphs(gallery).get(0);
        long before = indexes(graph);

        assertThat(graphs.recall(graph, 20, () -> false).orElseThrow()).isGreaterThanOrEqualTo(GraphUpkeep.GOOD);
        graphs.rebuild(graph);

        assertThat(indexes(graph)).isNotEqualTo(before);
        assertThat(graphs.graphs(gallery)).hasSize(1);
        assertThat(ROWS.one("SELECT count(*) FROM pg_class WHERE relname LIKE '%before_ix'"))
                .isZero();
        assertThat(graphs.recall(graph, 20, () -> false).orElseThrow()).isGreaterThanOrEqualTo(GraphUpkeep.GOOD);
    }

    /** The server has died after the build, before the old graph was dropped. */
    @Test
    void ends_a_rebuild_that_a_death_has_cut_short() throws Exception {
        var gallery = grown(ROWS.gallery());
        partitions.tidy(gallery, (kind, what) -> done.add(kind));
        var graph = graphs.graphs(gallery).get(0);
        ROWS.run("SELECT rebuild_embedding_graph(?, ?)", graph.galleryId(), graph.modelId());

        partitions.tidy(gallery, (kind, what) -> done.add(kind));

        assertThat(ROWS.one("SELECT count(*) FROM pg_class WHERE relname LIKE '%before_ix'"))
                .isZero();
        assertThat(graphs.graphs(gallery)).hasSize(1);
    }

    private static GalleryName grown(long gallery) {
        List<Embedding> strangers =
                Stream.generate(VECTORS::stranger).limit(1200).toList();
        ROWS.embed(ROWS.faces(gallery, null, 1200), strangers);
        return new GalleryName(new Statements(APP)
                .first("SELECT name FROM gallery WHERE id = ?", row -> row.getString(1), gallery)
                .orElseThrow());
    }

    private static long indexes(GraphUpkeep.Graph graph) {
        return ROWS.one(
                "SELECT to_regclass(format('semblance.embedding_gallery_%s_model_%s_graph_ix', ?::bigint, ?::bigint))::oid",
                graph.galleryId(), graph.modelId());
    }
}
