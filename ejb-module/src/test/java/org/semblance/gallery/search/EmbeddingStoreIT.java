package org.semblance.gallery.search;

import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract, asked of the database in each way and of the two tiers together. */
class EmbeddingStoreIT {
    private static MigratedDatabase database;
    private static DataSource app;
    private static GalleryRows rows;
    private static PgvectorEmbeddingStore truth;
    private static GalleryCounts counts;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        app = new KeptConnections(database.app());
        rows = new GalleryRows(app);
        truth = new PgvectorEmbeddingStore(app);
        counts = new GalleryCounts(app);
        for (int dimension : new int[] {128, 256, 512, 768}) {
            String name = EmbeddingStoreContract.model(dimension).value();
            rows.run("INSERT INTO model (name, dimension) VALUES (?, ?)", name, dimension);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static TestedStore forced(Method method) {
        return new DatabaseRows(rows, new ForcedEmbeddingStore(truth, counts, method));
    }

    @Nested
    class Planned extends EmbeddingStoreContract {
        @Override
        TestedStore store() {
            return new DatabaseRows(rows, truth);
        }
    }

    @Nested
    class Exact extends EmbeddingStoreContract {
        @Override
        TestedStore store() {
            return forced(Method.EXACT);
        }
    }

    @Nested
    class Bits extends EmbeddingStoreContract {
        @Override
        TestedStore store() {
            return forced(Method.BITS);
        }
    }

    @Nested
    class Graph extends EmbeddingStoreContract {
        @Override
        TestedStore store() {
            return new PartedRows(new DatabaseRows(rows, new ForcedEmbeddingStore(truth, counts, Method.GRAPH)));
        }
    }

    @Nested
    class Memory extends EmbeddingStoreContract {
        private final TestedStore store =
                new DatabaseRows(rows, new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.empty())));

        @Override
        TestedStore store() {
            return store;
        }

        @Test
        void says_that_memory_answered() {
            long gallery = store.gallery();
            Embedding probe = new Vectors(new ModelId("test/embedder_512"), 512).stranger();
            store.face(gallery, store.person(gallery), probe);

            var query = NearestQuery.of(gallery, probe, 1);

            assertThat(store.embeddings().nearestPersons(query).plan().method()).isEqualTo(Method.MEMORY);
        }
    }
}
