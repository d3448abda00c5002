package org.semblance.lookalike;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.TestTransaction;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.gallery.search.Vectors;
import org.semblance.gallery.search.memory.Halves;
import org.semblance.platform.Statements;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;
import org.semblance.vision.Thresholds;

/** Users with faces in a database, and the job's steps as it takes them, a block of users a transaction. */
final class LookalikeWorld {
    static final ModelId MODEL = new ModelId("test/embedder");
    static final int DIMENSION = 64;
    private static final int BLOCK = 7;
    private static final String MEANS = """
            SELECT user_id, public.halfvec_send(public.avg(vector))
              FROM face JOIN person ON person.id = face.person_id JOIN embedding ON embedding.face_id = face.id
             WHERE user_id IS NOT NULL AND deleted_at IS NULL AND suspended_at IS NULL
             GROUP BY user_id
            """;

    final GalleryRows rows;
    final Vectors vectors = new Vectors(MODEL, DIMENSION);
    private final DataSource database;
    private final EmbeddingStore embeddings;
    private final int exactUsers;

    LookalikeWorld(DataSource database, int exactUsers) {
        this.database = database;
        this.rows = new GalleryRows(database);
        this.embeddings = new PgvectorEmbeddingStore(database);
        this.exactUsers = exactUsers;
    }

    /** A user who has claimed a new person with so many faces. */
    UUID user(long gallery, Embedding look, int faces) {
        UUID user = rows.user();
        claim(person(gallery, look, faces), user);
        return user;
    }

    PersonId person(long gallery, Embedding look, int faces) {
        PersonId person = rows.person(gallery);
        for (int i = 0; i < faces; i++) {
            face(gallery, person, vectors.like(look, 0.8));
        }
        return person;
    }

    void face(long gallery, PersonId person, Embedding embedding) {
        embeddings.add(rows.face(gallery, person), embedding);
    }

    void claim(PersonId person, UUID user) {
        rows.run("UPDATE person SET user_id = ? WHERE id = ?", user, person.value());
    }

    /** A whole run. */
    void run(int most, boolean everybody) {
        begin(most, everybody);
        goOn(most, SimilarityStates.NOBODY, Integer.MAX_VALUE);
    }

    void begin(int most, boolean everybody) {
        TestTransaction.in(database, transaction -> work(transaction).plan(MODEL, most, everybody));
    }

    /** Goes on after a user, for so many blocks; the last user dealt with. */
    Optional<UUID> goOn(int most, UUID after, int blocks) {
        var info = new EmbedderInfo(MODEL, DIMENSION, "0".repeat(64), Thresholds.of(0.3, 0.4, 0.5));
        UUID last = after;
        try (UserComparison comparison = work(database).open(info, most)) {
            for (int i = 0; i < blocks; i++) {
                List<UserState> page = new SimilarityStates(database).page(last, comparison.isOfEverybody(), BLOCK);
                if (page.isEmpty()) {
                    TestTransaction.in(database, transaction -> {
                        new SimilarityStates(transaction).settle();
                        return 0;
                    });
                    return Optional.empty();
                }
                var found = work(database).compare(comparison, page);
                TestTransaction.in(database, transaction -> work(transaction).keep(MODEL, found));
                last = page.get(page.size() - 1).user();
            }
        }
        return Optional.of(last);
    }

    SimilarityWork work(DataSource source) {
        return new SimilarityWork(
                new UserFaces(source),
                new SimilarityStates(source),
                new SimilarityLists(source),
                embeddings,
                new SimilaritySettings(exactUsers, Optional.of(2)));
    }

    /** What the lists must be. */
    Map<UUID, List<Alike>> truth(int most) {
        Map<UUID, float[]> directions = new HashMap<>();
        new Statements(database)
                .list(
                        MEANS,
                        row -> Map.entry(row.getObject(1, UUID.class), Halves.values(Halves.read(row.getBytes(2)))))
                .forEach(mean -> directions.put(
                        mean.getKey(), UserVectors.direction(mean.getValue()).orElseThrow()));
        return new TreeMap<>(new BruteForce(directions).lists(most));
    }

    /** What they are, in order. */
    Map<UUID, List<Alike>> lists() {
        List<UUID> users = new Statements(database)
                .list("SELECT user_id FROM user_similarity_state", row -> row.getObject(1, UUID.class));
        Map<UUID, List<Alike>> lists = new TreeMap<>();
        var found = new SimilarityLists(database).find(users);
        users.forEach(user -> {
            List<Alike> others = new ArrayList<>(found.getOrDefault(user, List.of()));
            others.sort(Alike.ORDER);
            lists.put(user, others);
        });
        return lists;
    }

    /** All pairs as they lie in the table, times aside. */
    List<String> pairs() {
        return new Statements(database)
                .list(
                        "SELECT user_a || ' ' || user_b || ' ' || similarity || of_a || of_b FROM user_similarity ORDER BY 1",
                        row -> row.getString(1));
    }
}
