package org.semblance.gallery.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.Scope;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

/** Memory and database together: changes under way, damage, little memory, large neighbours. */
class SearchTiersIT {
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
    void a_change_committed_late_by_an_early_transaction_is_not_missed() throws Exception {
        long gallery = rows.gallery();
        Embedding known = VECTORS.stranger();
        FaceId late = rows.face(gallery, null);
        rows.embed(rows.faces(gallery, null, 1), List.of(VECTORS.stranger()));
        var node = new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.empty()));
        node.nearestFaces(NearestQuery.of(gallery, known, 1));
        try (var connection = database.app().getConnection();
                var add = connection.prepareStatement("INSERT INTO embedding (face_id, model_id, gallery_id, vector)"
                        + " SELECT ?, id, ?, ?::halfvec FROM model WHERE name = ?")) {
            connection.setAutoCommit(false);
            add.setLong(1, late.value());
            add.setLong(2, gallery);
            add.setString(3, new HalfVector(known).getValue());
            add.setString(4, MODEL.value());
            add.execute();
            rows.embed(rows.faces(gallery, null, 5), strangers(5));
            assertThat(node.nearestFaces(NearestQuery.of(gallery, known, 1))
                            .found()
                            .get(0)
                            .face())
                    .isNotEqualTo(late);

            connection.commit();
        }

        var answer = node.nearestFaces(NearestQuery.of(gallery, known, 1));
        assertThat(answer.found().get(0).face()).isEqualTo(late);
        assertThat(answer.plan().method()).isEqualTo(Method.MEMORY);
    }

    @Test
    void memory_answers_while_the_database_is_away() {
        long gallery = rows.gallery();
        Embedding known = VECTORS.stranger();
        var cut = new CutDatabase(app);
        var node = new FollowedEmbeddingStore(cut, new MemorySettings(OptionalLong.empty()));
        PersonId person = rows.person(gallery);
        rows.embed(rows.faces(gallery, person, 1), List.of(known));
        node.nearestPersons(NearestQuery.of(gallery, known, 1));

        cut.cut();

        assertThat(node.unfollowed()
                        .nearestPersons(NearestQuery.of(gallery, known, 1))
                        .found())
                .extracting(Neighbour::person)
                .containsExactly(person);
    }

    @Test
    void damage_is_found_by_the_probe_and_mended_by_loading_anew() {
        long gallery = rows.gallery();
        Embedding known = VECTORS.stranger();
        rows.embed(rows.faces(gallery, null, 50), strangers(50));
        var node = new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.empty()));
        node.nearestFaces(NearestQuery.of(gallery, known, 1));
        var scope = new Scope(gallery, MODEL);
        var recall = new Recall();
        var probe = new RecallProbe(new PgvectorEmbeddingStore(app), new GalleryCounts(app), node.memory, recall);

        probe.sample();
        assertThat(recall.worst(Method.MEMORY)).isEqualTo(1);
        forget(gallery);
        probe.sample();

        assertThat(node.memory.peek(scope)).isEmpty();
        assertThat(node.nearestFaces(NearestQuery.of(gallery, known, 100)).found())
                .hasSize(49);
    }

    /** A face goes without a trace in the log, as no program of ours does. */
    private static void forget(long gallery) {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("DELETE FROM semblance.embedding WHERE face_id = (SELECT max(face_id) FROM"
                    + " semblance.embedding WHERE gallery_id = " + gallery + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_does_not_fit_is_answered_by_the_database_and_small_memory_keeps_signs_only() {
        long small = rows.gallery();
        long large = rows.gallery();
        Embedding known = VECTORS.stranger();
        rows.embed(rows.faces(small, null, 500), strangers(500));
        rows.embed(rows.faces(large, null, 20_000), strangers(20_000));
        FaceId face = rows.face(small, null);
        rows.embed(List.of(face.value()), List.of(known));
        var node = new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.of(1)));
        Embedding probe = VECTORS.like(known, 0.6);

        var inMemory = node.nearestFaces(NearestQuery.of(small, probe, 1));
        var inDatabase = node.nearestFaces(NearestQuery.of(large, probe, 1));
        var signs = new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.of(3)));
        var bySigns = signs.nearestFaces(NearestQuery.of(large, probe, 1));

        assertThat(inMemory.plan().method()).isEqualTo(Method.MEMORY);
        assertThat(inMemory.found().get(0).face()).isEqualTo(face);
        assertThat(inDatabase.plan().method()).isEqualTo(Method.BITS);
        assertThat(bySigns.plan().method()).isEqualTo(Method.MEMORY);
        assertThat(bySigns.found()).isEqualTo(inDatabase.found());
        assertThat(signs.memory.bytes()).isLessThan(3 << 20);
    }

    @Test
    void recall_survives_a_mass_deletion_with_vacuum_and_a_large_neighbour() throws Exception {
        long gallery = rows.gallery();
        List<Long> faces = rows.faces(gallery, null, 4000);
        List<Embedding> embeddings = strangers(4000);
        rows.embed(faces, embeddings);
        var node = new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.empty()));
        var truth = new PgvectorEmbeddingStore(app);
        node.nearestFaces(NearestQuery.of(gallery, embeddings.get(0), 1));

        rows.run("DELETE FROM face WHERE gallery_id = ? AND id % 2 = 0", gallery);
        try (var connection = database.owner().getConnection();
                var vacuum = connection.createStatement()) {
            vacuum.execute("VACUUM ANALYZE semblance.embedding");
        }
        long neighbour = rows.gallery();
        rows.embed(rows.faces(neighbour, null, 8000), strangers(8000));
        rows.run("SELECT part_embeddings(?)", neighbour);

        var random = new Random(5);
        for (int i = 0; i < 50; i++) {
            int any = random.nextInt(4000);
            any += faces.get(any) % 2 == 0 ? any == 0 ? 1 : -1 : 0;
            var query = NearestQuery.of(gallery, VECTORS.like(embeddings.get(any), 0.5), 1);
            var exact = truth.nearestFaces(new NearestQuery(gallery, query.probe(), 1, Filter.NONE, true))
                    .found();
            assertThat(node.nearestFaces(query).found())
                    .extracting(NearFace::face)
                    .containsExactly(exact.get(0).face());
            assertThat(truth.nearestFaces(query).found()).isEqualTo(exact);
        }
        assertThat(node.memory.peek(new Scope(gallery, MODEL)).orElseThrow().size())
                .isEqualTo(2000);
    }

    @Test
    void a_gallery_that_is_deleted_leaves_memory_and_its_partition_goes_at_night() throws Exception {
        long gallery = rows.gallery();
        rows.embed(rows.faces(gallery, null, 1200), strangers(1200));
        var node = new FollowedEmbeddingStore(app, new MemorySettings(OptionalLong.empty()));
        node.nearestFaces(NearestQuery.of(gallery, VECTORS.stranger(), 1));
        var partitions = new Partitions(new SearchSettings(1000, 0), app);

        partitions.tidy(null, (kind, what) -> {});
        rows.run("SELECT build_embedding_graph(?, id) FROM model WHERE name = ?", gallery, MODEL.value());
        assertThat(new GalleryCounts(app).count(new Scope(gallery, MODEL)).hasGraph())
                .isTrue();
        rows.run("DELETE FROM gallery WHERE id = ?", gallery);
        node.follow();
        partitions.tidy(null, (kind, what) -> {});

        assertThat(node.memory.peek(new Scope(gallery, MODEL))).isEmpty();
        assertThat(rows.one("SELECT count(*) FROM pg_class WHERE relname = 'embedding_gallery_" + gallery + "'"))
                .isZero();
        assertThat(rows.one("SELECT count(*) FROM embedding_change WHERE gallery_id = ? AND face_id IS NULL", gallery))
                .isEqualTo(1);
    }

    private static List<Embedding> strangers(int count) {
        List<Embedding> strangers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strangers.add(VECTORS.stranger());
        }
        return strangers;
    }
}
