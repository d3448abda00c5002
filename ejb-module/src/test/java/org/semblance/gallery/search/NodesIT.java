package org.semblance.gallery.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Scope;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** Nodes that follow each other's changes while they happen. */
class NodesIT {
    private static final ModelId MODEL = new ModelId("test/embedder");
    private static final Vectors VECTORS = new Vectors(MODEL, 512);

    private static MigratedDatabase database;
    private static KeptConnections app;
    private static GalleryRows rows;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        app = new KeptConnections(database.app());
        rows = new GalleryRows(app);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void two_nodes_see_each_others_changes_through_notifications() throws Exception {
        try (var one = new TestNode(app);
                var two = new TestNode(app)) {
            long gallery = rows.gallery();
            Embedding known = VECTORS.stranger();
            two.awaitMemory(gallery, MODEL);

            FaceId face = rows.face(gallery, rows.person(gallery));
            one.store.add(face, known);

            two.await(() -> two.isNearest(gallery, known, face));
            rows.run("DELETE FROM face WHERE id = ?", face.value());
            two.await(() -> two.nearest(gallery, known).found().isEmpty());
            assertThat(two.nearest(gallery, known).plan().method()).isEqualTo(Method.MEMORY);
        }
    }

    @Test
    void who_withdraws_consent_is_found_by_no_node_until_they_consent_again() throws Exception {
        try (var one = new TestNode(app);
                var two = new TestNode(app)) {
            long gallery = rows.gallery();
            PersonId person = rows.person(gallery);
            Embedding known = VECTORS.stranger();
            FaceId face = rows.face(gallery, person);
            one.store.add(face, known);
            one.awaitMemory(gallery, MODEL);
            two.awaitMemory(gallery, MODEL);

            say(person, "withdrawn");
            one.await(() -> one.nearest(gallery, known).found().isEmpty());
            two.await(() -> two.nearest(gallery, known).found().isEmpty());
            assertThat(two.nearest(gallery, known).plan().method()).isEqualTo(Method.MEMORY);

            say(person, "granted");
            one.await(() -> one.isNearest(gallery, known, face));
            two.await(() -> two.isNearest(gallery, known, face));
        }
    }

    private static void say(PersonId person, String state) {
        rows.run(
                "INSERT INTO consent (person_id, purpose, state, text_version, locale, channel, said_at, recorded_by)"
                        + " VALUES (?, 'recognition', ?, '1', 'en', 'paper', now(), 'anna')",
                person.value(),
                state);
    }

    @Test
    void what_a_node_adds_it_finds_at_once() throws Exception {
        try (var node = new TestNode(app)) {
            long gallery = rows.gallery();
            node.awaitMemory(gallery, MODEL);

            for (int i = 0; i < 20; i++) {
                Embedding added = VECTORS.stranger();
                FaceId face = rows.face(gallery, null);
                node.store.add(face, added);

                assertThat(node.isNearest(gallery, added, face)).isTrue();
            }
        }
    }

    @Test
    void a_change_without_notification_is_noticed_by_the_next_look() throws Exception {
        try (var node = new TestNode(app)) {
            long gallery = rows.gallery();
            node.awaitMemory(gallery, MODEL);
            FaceId face = rows.face(gallery, null);
            Embedding known = VECTORS.stranger();

            // The owner may leave triggers out, and writes the log by hand: nobody is notified.
            try (var connection = database.superuser().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SET search_path = semblance, public");
                statement.execute("SET session_replication_role = replica");
                statement.execute("INSERT INTO embedding (face_id, model_id, gallery_id, vector) SELECT " + face.value()
                        + ", id, " + gallery + ", '" + new HalfVector(known).getValue() + "' FROM model WHERE name = '"
                        + MODEL + "'");
                statement.execute("INSERT INTO embedding_change (gallery_id, model_id, face_id) SELECT " + gallery
                        + ", id, " + face.value() + " FROM model WHERE name = '" + MODEL + "'");
            }

            node.await(() -> node.isNearest(gallery, known, face));
        }
    }

    @Test
    void adding_deleting_moving_and_searching_at_once_ends_with_the_same_faces_everywhere() throws Exception {
        long gallery = rows.gallery();
        List<PersonId> persons = List.of(rows.person(gallery), rows.person(gallery), rows.person(gallery));
        rows.embed(rows.faces(gallery, persons.get(0), 300), strangers(300));
        var threads = Executors.newFixedThreadPool(4);
        try (var node = new TestNode(app)) {
            node.awaitMemory(gallery, MODEL);
            List<Future<Integer>> work = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                int seed = writer;
                work.add(threads.submit(writer(gallery, persons, seed)));
            }
            work.add(threads.submit(() -> {
                int found = 0;
                for (int i = 0; i < 200; i++) {
                    found += node.nearest(gallery, VECTORS.stranger()).found().size();
                }
                return found;
            }));
            for (Future<Integer> part : work) {
                part.get();
            }

            node.await(() -> !isDamaged(node, gallery));
            assertThat(node.nearest(gallery, VECTORS.stranger()).plan().method())
                    .isEqualTo(Method.MEMORY);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> writer(long gallery, List<PersonId> persons, int seed) {
        return () -> {
            var random = new Random(seed);
            var vectors = new Vectors(MODEL, 512);
            for (int i = 0; i < 40; i++) {
                PersonId one = persons.get(random.nextInt(3));
                rows.embed(
                        rows.faces(gallery, one, 3),
                        List.of(vectors.stranger(), vectors.stranger(), vectors.stranger()));
                rows.run(
                        "UPDATE face SET person_id = ? WHERE id IN (SELECT id FROM face WHERE gallery_id = ? AND id % 7 = ? ORDER BY id LIMIT 5 FOR UPDATE SKIP LOCKED)",
                        one.value(), gallery, i % 7);
                rows.run(
                        "DELETE FROM face WHERE id IN (SELECT id FROM face WHERE gallery_id = ? AND id % 11 = ? ORDER BY id LIMIT 2 FOR UPDATE SKIP LOCKED)",
                        gallery, i % 11);
            }
            return 0;
        };
    }

    private static boolean isDamaged(TestNode node, long gallery) {
        try {
            return node.memory.isDamaged(new Scope(gallery, MODEL));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Embedding> strangers(int count) {
        List<Embedding> strangers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strangers.add(VECTORS.stranger());
        }
        return strangers;
    }
}
