package org.semblance.bench.search;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semblance.bench.BenchmarkException;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.KeptConnections;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.vision.Embedding;

/** Searches before and while a tenth of the gallery is exchanged, and what memory takes before and after. */
final class Churn {
    private static final int STEP = 100;
    private static final int SEARCHES = 300;

    private final PrintStream out;
    private final KeptConnections database;

    Churn(PrintStream out, KeptConnections database) {
        this.out = out;
        this.database = database;
    }

    void run(LoadedGallery gallery) {
        MemoryTier memory = new Ways(database, gallery).memory(-1);
        var following = new Following(memory, database);
        var follower = new Thread(following);
        follower.start();
        EmbeddingStore store = Ways.tiered(database, memory, following);
        List<Embedding> probes = gallery.probes(SEARCHES);
        store.nearestFaces(NearestQuery.of(gallery.id(), probes.get(0), 1));
        double[] quiet = search(store, gallery, probes);
        long before = memory.bytes();
        var writer = new Thread(() -> exchange(gallery));
        writer.start();
        double[] busy = search(store, gallery, probes);
        List<double[]> more = new ArrayList<>();
        while (writer.isAlive()) {
            more.add(search(store, gallery, probes));
        }
        join(writer);
        following.stop();
        double[] last = more.isEmpty() ? busy : more.get(more.size() / 2);
        out.printf(
                Locale.ROOT,
                "%n10 %% of %,d faces exchanged: median %.3f ms then %.3f ms, 99th %.3f ms then %.3f ms; "
                        + "%.0f bytes a face before, %.0f after%n",
                gallery.faces(),
                quiet[SEARCHES / 2],
                last[SEARCHES / 2],
                quiet[SEARCHES * 99 / 100],
                last[SEARCHES * 99 / 100],
                (double) before / gallery.faces(),
                (double) memory.bytes() / gallery.faces());
    }

    private static double[] search(EmbeddingStore store, LoadedGallery gallery, List<Embedding> probes) {
        double[] millis = new double[probes.size()];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            store.nearestFaces(NearestQuery.of(gallery.id(), probes.get(i), 1));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        java.util.Arrays.sort(millis);
        return millis;
    }

    private void exchange(LoadedGallery gallery) {
        var rows = new GalleryRows(database);
        var strangers = new FaceVectors(true, 5);
        for (int done = 0; done < gallery.faces() / 10; done += STEP) {
            rows.run(
                    "DELETE FROM face WHERE id IN (SELECT id FROM face WHERE gallery_id = ? ORDER BY id LIMIT ?)",
                    gallery.id(),
                    STEP);
            List<Embedding> vectors = new ArrayList<>();
            for (int i = 0; i < STEP; i++) {
                vectors.add(Embedding.of(LoadedGallery.MODEL, strangers.face(done + i, 0)));
            }
            rows.embed(rows.faces(gallery.id(), null, STEP), vectors);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The exchange was interrupted", e);
        }
    }
}
