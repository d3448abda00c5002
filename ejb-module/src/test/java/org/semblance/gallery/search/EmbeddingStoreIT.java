package org.semblance.gallery.search;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.ChangeFollower;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract, asked of the database in each way and of the two tiers together. */
class EmbeddingStoreIT {
    private static MigratedDatabase database;
    private static GalleryRows rows;
    private static PgvectorEmbeddingStore truth;
    private static GalleryCounts counts;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        rows = new GalleryRows(database.app());
        truth = new PgvectorEmbeddingStore(database.app());
        counts = new GalleryCounts(database.app());
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
                new DatabaseRows(rows, new FollowedEmbeddingStore(database, new MemorySettings(OptionalLong.empty())));

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

    /** The two tiers, with changes followed before each search. */
    static final class FollowedEmbeddingStore implements EmbeddingStore {
        private final MigratedDatabase database;
        private final ChangeFollower follower;
        private final TieredEmbeddingStore tiers;
        final MemoryTier memory;

        FollowedEmbeddingStore(MigratedDatabase database, MemorySettings settings) {
            this.database = database;
            memory = new MemoryTier(settings, database.app(), Runnable::run);
            follower = new ChangeFollower(memory);
            tiers = new TieredEmbeddingStore(
                    new PgvectorEmbeddingStore(database.app()),
                    memory,
                    new Following(memory, database.app()),
                    new GalleryCounts(database.app()),
                    new Recall(),
                    new SearchTally());
            follow();
        }

        void follow() {
            try (var connection = database.app().getConnection()) {
                follower.read(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void add(FaceId face, Embedding embedding) {
            tiers.add(face, embedding);
        }

        @Override
        public Optional<Embedding> find(FaceId face, ModelId model) {
            return tiers.find(face, model);
        }

        @Override
        public Nearest<Neighbour> nearestPersons(NearestQuery query) {
            follow();
            return tiers.nearestPersons(query);
        }

        @Override
        public Nearest<NearFace> nearestFaces(NearestQuery query) {
            follow();
            return tiers.nearestFaces(query);
        }
    }
}
