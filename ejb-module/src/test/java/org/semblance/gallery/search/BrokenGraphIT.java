package org.semblance.gallery.search;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.platform.Statements;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** The file of a graph index is damaged under a server that uses it. */
class BrokenGraphIT {
    private static final int FACES = 2_100;
    private static final Vectors VECTORS = new Vectors(new ModelId("test/broken"), 512);

    private static final MigratedDatabase DATABASE = MigratedDatabase.alone();
    private static final DataSource APP = DATABASE.app();
    private static final GalleryRows ROWS = new GalleryRows(APP);

    private final Recall recall = new Recall();
    private final PgvectorEmbeddingStore truth = new PgvectorEmbeddingStore(APP);
    private final GalleryCounts counts = new GalleryCounts(APP);
    private final MemoryTier noMemory = new MemoryTier(new MemorySettings(OptionalLong.of(0)), APP, Runnable::run);
    private final TieredEmbeddingStore store =
            new TieredEmbeddingStore(truth, noMemory, new Following(noMemory, APP), counts, recall, new SearchTally());
    private final GraphUpkeep graphs = new GraphUpkeep(new RecallProbe(truth, counts, noMemory, recall), truth, APP);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void searches_compare_everything_until_the_graph_is_built_anew() throws Exception {
        long gallery = ROWS.gallery();
        List<Embedding> strangers =
                Stream.generate(VECTORS::stranger).limit(FACES).toList();
        ROWS.embed(ROWS.faces(gallery, null, FACES), strangers);
        new Partitions(new SearchSettings(1000, 1000), APP).tidy(null, (kind, what) -> {});
        var graph = graphs.graphs(null).get(0);
        graphs.recall(graph, 120, () -> false);
        var query = NearestQuery.of(gallery, strangers.get(7), 1);
        var before = store.nearestFaces(query);
        assertThat(before.plan().method()).isEqualTo(Method.GRAPH);

        damage(graph);
        var meanwhile = store.nearestFaces(query);
        var later = store.nearestFaces(query);

        assertThat(meanwhile.found()).isEqualTo(before.found());
        assertThat(meanwhile.plan().reason()).isEqualTo("the graph index is broken");
        assertThat(later.plan().method()).isNotEqualTo(Method.GRAPH);
        assertThat(recall.brokenGraphs()).isOne();
        assertThat(graphs.recall(graph, 3, () -> false)).hasValue(0);

        graphs.rebuild(graph);
        graphs.recall(graph, 120, () -> false);

        assertThat(recall.brokenGraphs()).isZero();
        assertThat(store.nearestFaces(query)).isEqualTo(before);
    }

    /** Its first page becomes empty, which a server with the page in memory would not notice. */
    private static void damage(GraphUpkeep.Graph graph) throws Exception {
        String index = "semblance.embedding_gallery_" + graph.galleryId() + "_model_" + graph.modelId() + "_graph_ix";
        var administrator = new Statements(DATABASE.superuser());
        String file = administrator
                .first("SELECT pg_relation_filepath(?::regclass)", row -> row.getString(1), index)
                .orElseThrow();
        administrator.change("CHECKPOINT");
        administrator.change("COPY (SELECT 1) TO PROGRAM 'dd if=/dev/zero of=" + file
                + " bs=8192 count=1 conv=notrunc status=none; cat > /dev/null'");
        DATABASE.halt();
        DATABASE.resume();
    }
}
