package org.semblance.bench.jobs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.TestTransaction;
import org.semblance.bench.search.FaceVectors;
import org.semblance.bench.search.LoadedGallery;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.KeptConnections;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.lookalike.SimilarityLists;
import org.semblance.lookalike.SimilaritySettings;
import org.semblance.lookalike.SimilarityStates;
import org.semblance.lookalike.SimilarityWork;
import org.semblance.lookalike.UserComparison;
import org.semblance.lookalike.UserFaces;
import org.semblance.lookalike.UserState;
import org.semblance.platform.Statements;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Thresholds;

/** Users with five faces each in a private database, and the steps of the job. */
final class SimilarityDatabase implements AutoCloseable {
    private static final int FACES = 5;
    private static final int BLOCK = 512;
    private static final String USERS = """
            INSERT INTO app_user (id, username, display_name, password_hash)
            SELECT gen_random_uuid(), 'bench' || number, 'Bench', 'none' FROM generate_series(1, ?) AS number
            """;
    private static final String CLAIM = """
            UPDATE person SET user_id = claim.id
              FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM app_user WHERE username LIKE 'bench%') AS claim,
                   (SELECT id, row_number() OVER (ORDER BY id) AS number FROM person) AS claimed
             WHERE claim.number = claimed.number AND claimed.id = person.id
            """;
    private static final EmbedderInfo EMBEDDER =
            new EmbedderInfo(LoadedGallery.MODEL, FaceVectors.DIMENSION, "0".repeat(64), Thresholds.of(0.3, 0.4, 0.5));

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final KeptConnections connections = new KeptConnections(database.app());
    private final GalleryRows rows = new GalleryRows(connections);

    SimilarityDatabase(int users) {
        LoadedGallery.of(connections, users * FACES, new FaceVectors(true, 5));
        rows.run(USERS, users);
        rows.run(CLAIM);
        new Statements(database.owner()).change("ANALYZE");
    }

    void changeOne() {
        rows.run("DELETE FROM face WHERE id = (SELECT min(id) FROM face)");
    }

    void run(int most) {
        TestTransaction.in(connections, transaction -> work(transaction).plan(EMBEDDER.model(), most, false));
        UUID last = SimilarityStates.NOBODY;
        try (UserComparison comparison = work(connections).open(EMBEDDER, most)) {
            List<UserState> page = page(last, comparison);
            while (!page.isEmpty()) {
                var found = comparison.compare(page);
                TestTransaction.in(connections, transaction -> work(transaction).keep(EMBEDDER.model(), found));
                last = page.get(page.size() - 1).user();
                page = page(last, comparison);
            }
        }
        new SimilarityStates(connections).settle();
    }

    private List<UserState> page(UUID last, UserComparison comparison) {
        return new SimilarityStates(connections).page(last, comparison.isOfEverybody(), BLOCK);
    }

    private SimilarityWork work(DataSource source) {
        return new SimilarityWork(
                new UserFaces(source),
                new SimilarityStates(source),
                new SimilarityLists(source),
                new PgvectorEmbeddingStore(source),
                new SimilaritySettings(100_000, Optional.empty()));
    }

    @Override
    public void close() {
        database.close();
    }
}
