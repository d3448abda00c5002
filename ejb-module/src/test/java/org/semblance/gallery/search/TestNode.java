package org.semblance.gallery.search;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** A server's share of all this: both tiers, and a thread that follows. */
final class TestNode implements AutoCloseable {
    final MemoryTier memory;
    final TieredEmbeddingStore store;
    private final Following following;
    private final Thread thread;

    TestNode(DataSource database) {
        memory = new MemoryTier(new MemorySettings(OptionalLong.empty()), database, Runnable::run);
        following = new Following(memory, database);
        store = new TieredEmbeddingStore(
                new PgvectorEmbeddingStore(database),
                memory,
                following,
                new GalleryCounts(database),
                new Recall(),
                new SearchTally());
        thread = new Thread(following);
        thread.start();
    }

    Nearest<NearFace> nearest(long gallery, Embedding probe) {
        return store.nearestFaces(NearestQuery.of(gallery, probe, 1));
    }

    boolean isNearest(long gallery, Embedding probe, FaceId face) {
        var found = nearest(gallery, probe).found();
        return !found.isEmpty() && found.get(0).face().equals(face);
    }

    void awaitMemory(long gallery, ModelId model) throws InterruptedException {
        await(() -> nearest(gallery, new Vectors(model, 512).stranger()).plan().method() == Method.MEMORY);
    }

    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws InterruptedException {
        following.stop();
        thread.join();
    }
}
