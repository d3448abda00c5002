package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.platform.IdPart;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.storage.StoredImage;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;
import org.semblance.vision.Thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Entities and vectors against the migrated schema, as the application's own database role. */
class PgvectorEmbeddingStoreIT {
    private static final ModelId MODEL = new ModelId("test/embedder");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Random RANDOM = new Random(7);

    private static MigratedDatabase database;
    private static EntityManagerFactory factory;
    private static EmbeddingStore embeddings;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        factory = Persistence.createEntityManagerFactory(
                "semblance",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", database.app(),
                        "jakarta.persistence.jtaDataSource", ""));
        embeddings = new PgvectorEmbeddingStore(database.app());
    }

    @AfterAll
    static void close() {
        factory.close();
        database.close();
    }

    @Test
    void every_entity_matches_its_table() {
        try (EntityManager entities = factory.createEntityManager()) {
            for (EntityType<?> type : factory.getMetamodel().getEntities()) {
                List<?> rows = entities.createQuery("SELECT e FROM " + type.getName() + " e")
                        .setMaxResults(1)
                        .getResultList();

                assertThat(rows).as(type.getName()).isNotNull();
            }
        }
        assertThat(factory.getMetamodel().getEntities()).hasSizeGreaterThan(4);
    }

    @Test
    void a_face_keeps_its_landmarks() {
        var landmarks = new Landmarks(1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5f);
        var detected = new DetectedFace(new Box(1, 2, 30, 40), landmarks, 0.9f);
        Face face =
                persist(new Face(person(gallery("landmarks"), "Ada"), detected, 0.8, NOW).showing(image(), image()));

        try (EntityManager entities = factory.createEntityManager()) {
            Face read = entities.find(Face.class, face.id().value());

            assertThat(read.landmarks()).isEqualTo(landmarks);
            assertThat(read.createdAt()).isEqualTo(NOW);
        }
    }

    @Test
    void finds_each_person_once_by_their_most_similar_face() {
        Gallery gallery = gallery("nearest");
        Person ada = person(gallery, "Ada");
        Person ben = person(gallery, "Ben");
        Embedding probe = embedding();
        Face far = face(ada, mixed(probe, 0.2));
        Face near = face(ada, mixed(probe, 0.9));
        Face other = face(ben, mixed(probe, 0.5));

        List<Neighbour> found = nearest(gallery.id(), probe, 10);

        assertThat(found).extracting(Neighbour::person).containsExactly(ada.id(), ben.id());
        assertThat(found).extracting(Neighbour::face).containsExactly(near.id(), other.id());
        assertThat(found.get(0).similarity()).isCloseTo(0.9, within(0.01));
        assertThat(found).extracting(Neighbour::face).doesNotContain(far.id());
    }

    @Test
    void a_gallery_never_answers_for_another() {
        Gallery mine = gallery("mine");
        Gallery other = gallery("other");
        Embedding probe = embedding();
        face(person(other, "Ada"), probe);

        assertThat(nearest(mine.id(), probe, 10)).isEmpty();
    }

    @Test
    void a_model_never_answers_for_another() {
        Gallery gallery = gallery("models");
        Embedding probe = embedding();
        face(person(gallery, "Ada"), probe);

        Embedding sameNumbers = Embedding.of(new ModelId("test/another"), probe.values());

        assertThat(nearest(gallery.id(), sameNumbers, 10)).isEmpty();
    }

    @Test
    void returns_no_more_than_asked_and_the_best() {
        Gallery gallery = gallery("limit");
        Embedding probe = embedding();
        Person best = person(gallery, "Best");
        face(person(gallery, "Second"), mixed(probe, 0.6));
        face(best, mixed(probe, 0.8));
        face(person(gallery, "Third"), mixed(probe, 0.4));

        assertThat(nearest(gallery.id(), probe, 1))
                .extracting(Neighbour::person)
                .containsExactly(best.id());
    }

    @Test
    void a_face_is_stale_until_the_model_has_embedded_or_skipped_it() {
        var stale = new StaleFaces(database.app());
        var model = new ModelId("test/next");
        Gallery gallery = gallery("stale");
        Face first = face(person(gallery, "First"), embedding());
        Face second = face(person(gallery, "Second"), embedding());
        long before = stale.count(model);
        stale.know(new EmbedderInfo(model, 512, "0".repeat(64), Thresholds.of(0.3, 0.4, 0.5)));

        embeddings.add(first.id(), Embedding.of(model, embedding().values()));
        stale.skip(second.id().value(), model, new FaceNotFoundException(second.id()));

        assertThat(stale.count(model)).isEqualTo(before - 2);
        assertThat(stale.skipped(model)).isEqualTo(1);
        assertThat(stale.list(model, IdPart.ALL, 0, 1000))
                .extracting(StaleFace::face)
                .doesNotContain(first.id().value(), second.id().value());

        stale.retrySkipped(model);
        assertThat(stale.list(model, IdPart.ALL, first.id().value(), 1).get(0).face())
                .isEqualTo(second.id().value());

        stale.forget(model);
        assertThat(stale.count(model)).isEqualTo(before);
        assertThat(stale.exist(model)).isTrue();
    }

    @Test
    void every_stale_face_is_in_one_part() {
        var stale = new StaleFaces(database.app());
        var model = new ModelId("test/in-parts");
        Gallery gallery = gallery("parts");
        for (int i = 0; i < 7; i++) {
            face(person(gallery, "Part " + i), embedding());
        }

        List<Long> found = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            var mine = new IdPart(part, 3);
            List<StaleFace> faces = stale.list(model, mine, 0, 1000);
            assertThat(faces).hasSize((int) stale.count(model, mine));
            faces.forEach(face -> found.add(face.face()));
        }

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(stale.list(model, IdPart.ALL, 0, 1000).stream()
                        .map(StaleFace::face)
                        .toList())
                .hasSize((int) stale.count(model));
    }

    @Test
    void an_embedding_is_kept_once_for_each_model() {
        Gallery gallery = gallery("once");
        Embedding probe = embedding();
        Face face = face(person(gallery, "Once"), probe);

        embeddings.add(face.id(), embedding());

        assertThat(nearest(gallery.id(), probe, 10).get(0).similarity()).isGreaterThan(0.99);
    }

    private static List<Neighbour> nearest(long gallery, Embedding probe, int limit) {
        return embeddings.nearestPersons(NearestQuery.of(gallery, probe, limit)).found();
    }

    private static Gallery gallery(String name) {
        return persist(new Gallery(NewGallery.named(name), NOW));
    }

    private static Person person(Gallery gallery, String name) {
        return persist(new Person(gallery, new NewPerson(name, null), NOW));
    }

    private static Face face(Person person, Embedding embedding) {
        var detected = new DetectedFace(new Box(1, 2, 30, 40), new Landmarks(new float[10]), 0.9f);
        Face face = persist(new Face(person, detected, 0.8, NOW).showing(image(), image()));
        embeddings.add(face.id(), embedding);
        return face;
    }

    private static StoredImage image() {
        var key = new ImageKey("test/" + Long.toHexString(RANDOM.nextLong()) + ".png");
        return persist(
                new StoredImage(new NewImage(key, new byte[] {1}, "image/png", 112, 112, Retention.ENROLLED), NOW));
    }

    private static <T> T persist(T entity) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            entities.persist(entity);
            entities.getTransaction().commit();
            return entity;
        }
    }

    private static Embedding embedding() {
        float[] values = new float[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        return Embedding.of(MODEL, values);
    }

    /** A unit vector with the given cosine similarity to another. */
    private static Embedding mixed(Embedding with, double similarity) {
        float[] one = with.values();
        float[] other = embedding().values();
        double along = with.similarity(Embedding.of(MODEL, other));
        double across = Math.sqrt(1 - along * along);
        float[] mixed = new float[one.length];
        for (int i = 0; i < mixed.length; i++) {
            double perpendicular = (other[i] - along * one[i]) / across;
            mixed[i] = (float) (similarity * one[i] + Math.sqrt(1 - similarity * similarity) * perpendicular);
        }
        return Embedding.of(MODEL, mixed);
    }
}
