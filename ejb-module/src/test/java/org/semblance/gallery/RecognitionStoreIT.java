package org.semblance.gallery;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.gallery.GalleryKind.UnknownFaces;
import org.semblance.gallery.Recognition.Status;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.identity.Scope;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Joining and founding on the migrated database, with several at once. */
class RecognitionStoreIT {
    private static final DecisionRule DECISIONS = new DecisionRule(0.5, 0.05, 1);
    private static final int AT_ONCE = 8;

    private static GalleryStores stores;
    private static People people;
    private static final Faces FACES = new Faces(5);

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void a_new_face_founds_a_person_and_the_next_one_joins_them() {
        var gallery = people.gallery("found");
        Embedding ada = FACES.embedding();

        Recognition.Face first = recognize(gallery, UnknownFaces.FOUND, ada).get(0);
        Recognition.Face second =
                recognize(gallery, UnknownFaces.FOUND, FACES.like(ada, 0.8)).get(0);

        assertThat(first.status()).isEqualTo(Status.FOUNDED);
        assertThat(second.status()).isEqualTo(Status.JOINED);
        assertThat(second.person()).isEqualTo(first.person());
        assertThat(people.list(gallery)).hasSize(1);
        assertThat(stores.in(() -> stores.faces.find(List.of(Objects.requireNonNull(first.id())), Scope.EVERYWHERE)))
                .extracting(FaceSummary::assignedBy)
                .containsExactly(AssignedBy.DECISION);
        assertThat(stores.audited)
                .extracting(AuditEvent::action)
                .contains("person.founded", "face.founded", "face.joined");
    }

    @Test
    void several_who_bring_the_same_new_face_at_once_found_one_person() throws Exception {
        var gallery = people.gallery("race");
        Embedding ada = FACES.embedding();
        List<RecognizedPhoto> photos = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> photo(gallery, UnknownFaces.FOUND, FACES.like(ada, 0.9)))
                .toList();
        var together = new CountDownLatch(AT_ONCE);

        List<Recognition.Face> stored = atOnce(photos.stream()
                .map(photo -> (Callable<Recognition.Face>) () -> {
                    together.countDown();
                    together.await();
                    return store(photo, UnknownFaces.FOUND).get(0);
                })
                .toList());

        assertThat(stored)
                .extracting(Recognition.Face::person)
                .doesNotContainNull()
                .hasSize(AT_ONCE);
        assertThat(stored.stream().map(Recognition.Face::person).distinct()).hasSize(1);
        assertThat(stored.stream().filter(face -> face.status() == Status.FOUNDED))
                .hasSize(1);
        assertThat(people.list(gallery)).hasSize(1);
    }

    @Test
    void the_same_new_face_twice_in_one_photo_is_one_person() {
        var gallery = people.gallery("twins");
        Embedding ada = FACES.embedding();

        List<Recognition.Face> stored = recognize(gallery, UnknownFaces.FOUND, ada, FACES.like(ada, 0.9));

        assertThat(stored).extracting(Recognition.Face::status).containsExactly(Status.FOUNDED, Status.JOINED);
        assertThat(people.list(gallery)).hasSize(1);
    }

    @Test
    void a_face_that_might_be_two_persons_founds_nobody() {
        var gallery = people.gallery("ambiguous");
        Embedding between = FACES.embedding();
        recognize(gallery, UnknownFaces.FOUND, FACES.like(between, 0.6));
        recognize(gallery, UnknownFaces.FOUND, FACES.like(between, 0.6));

        Recognition.Face kept = recognize(gallery, UnknownFaces.FOUND, between).get(0);

        assertThat(kept.status()).isEqualTo(Status.KEPT);
        assertThat(kept.reason()).isEqualTo("too-close");
        assertThat(kept.id()).isNotNull();
        assertThat(kept.person()).isNull();
        assertThat(people.list(gallery)).hasSize(2);
    }

    @Test
    void who_was_merged_meanwhile_is_joined_as_the_survivor_and_who_was_deleted_is_not() {
        var gallery = people.gallery("meanwhile");
        Embedding ada = FACES.embedding();
        PersonId gone = founded(gallery, ada);
        PersonId kept = people.person(gallery, "Kept");
        RecognizedPhoto joining = photo(gallery, UnknownFaces.KEEP, FACES.like(ada, 0.9));
        people.merge(kept, gone);

        assertThat(store(joining, UnknownFaces.KEEP).get(0).person()).isEqualTo(kept);

        RecognizedPhoto late = photo(gallery, UnknownFaces.KEEP, FACES.like(ada, 0.9));
        stores.run(() -> stores.removals.delete(kept, ANNA));
        assertThat(store(late, UnknownFaces.KEEP).get(0).status()).isEqualTo(Status.KEPT);
    }

    @Test
    void a_photo_goes_with_the_last_of_its_faces() {
        var gallery = people.gallery("photo");
        RecognizedPhoto photo = photo(gallery, UnknownFaces.FOUND, FACES.embedding(), FACES.embedding());
        List<Recognition.Face> stored = store(photo, UnknownFaces.FOUND);

        var first = remove(stored.get(0));
        var last = remove(stored.get(1));

        assertThat(first).containsExactly(photo.faces().get(0).crop().key());
        assertThat(last)
                .containsExactlyInAnyOrder(
                        photo.original().key(), photo.faces().get(1).crop().key());
        assertThat(people.list(gallery)).as("nothing else was known of them").isEmpty();
    }

    @Test
    void two_faces_of_a_photo_deleted_at_once_leave_no_picture() throws Exception {
        var gallery = people.gallery("at-once");
        RecognizedPhoto photo = photo(gallery, UnknownFaces.KEEP, FACES.embedding(), FACES.embedding());
        List<Recognition.Face> stored = store(photo, UnknownFaces.KEEP);

        var removed = atOnce(stored.stream()
                .map(face -> (Callable<List<?>>) () -> remove(face))
                .toList());

        assertThat(removed.stream().mapToInt(List::size).sum()).isEqualTo(3);
    }

    private static PersonId founded(GalleryName gallery, Embedding embedding) {
        return Objects.requireNonNull(
                recognize(gallery, UnknownFaces.FOUND, embedding).get(0).person());
    }

    private static List<org.semblance.storage.ImageKey> remove(Recognition.Face face) {
        return stores.in(() -> stores.removals.removeFace(Objects.requireNonNull(face.id()), ANNA));
    }

    private static List<Recognition.Face> recognize(
            GalleryName gallery, UnknownFaces unknownFaces, Embedding... embeddings) {
        return store(photo(gallery, unknownFaces, embeddings), unknownFaces);
    }

    private static List<Recognition.Face> store(RecognizedPhoto photo, UnknownFaces unknownFaces) {
        return stores.in(() -> stores.recognition.store(photo, rule(unknownFaces), ANNA));
    }

    /** As it is planned by what is there now. */
    private static RecognizedPhoto photo(GalleryName gallery, UnknownFaces unknownFaces, Embedding... embeddings) {
        long id = stores.in(() -> stores.galleries.require(gallery).id());
        var faces = List.of(embeddings).stream()
                .map(embedding -> {
                    List<Neighbour> near = stores.in(() -> stores.embeddings
                            .nearestPersons(NearestQuery.of(id, embedding, 2))
                            .found());
                    var face = Faces.analyzed(embedding, 0.8);
                    var plan = rule(unknownFaces).plan(face, near, Faces.MODEL);
                    return new RecognizedPhoto.Face(Recognition.Face.planned(face, plan), FACES.image());
                })
                .toList();
        return new RecognizedPhoto(id, FACES.image(), faces);
    }

    private static JoiningRule rule(UnknownFaces unknownFaces) {
        return new JoiningRule(DECISIONS, 0.3, unknownFaces);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var results = new java.util.ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
