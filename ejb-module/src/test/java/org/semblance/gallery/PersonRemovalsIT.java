package org.semblance.gallery;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.identity.Scope;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Deleting, bringing back and purging on the migrated database. */
class PersonRemovalsIT {
    private static final Faces FACES = new Faces(11);

    private static GalleryStores stores;
    private static People people;

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
    void somebody_deleted_is_found_by_no_list_and_no_search_until_brought_back() {
        var gallery = people.gallery("deleted");
        PersonId ada = people.person(gallery, "Ada");
        Embedding embedding = FACES.embedding();
        FaceId face = enroll(ada, embedding);

        stores.run(() -> stores.removals.delete(ada, ANNA));

        assertThat(people.list(gallery)).isEmpty();
        assertThat(found(gallery, embedding)).isEmpty();
        assertThat(stores.in(() -> stores.faces.find(List.of(face), Scope.EVERYWHERE)))
                .isEmpty();
        assertThatThrownBy(() -> people.summary(ada)).isInstanceOf(PersonNotFoundException.class);
        assertThat(deleted(gallery)).containsExactly(ada);

        stores.in(() -> stores.removals.restore(ada, ANNA));

        assertThat(people.list(gallery)).containsExactly(ada);
        assertThat(found(gallery, embedding)).containsExactly(ada);
        assertThat(deleted(gallery)).isEmpty();
        assertThatThrownBy(() -> stores.in(() -> stores.removals.restore(ada, ANNA)))
                .isInstanceOf(PersonNotFoundException.class);
    }

    @Test
    void somebody_deleted_stays_hidden_from_a_model_that_embeds_their_faces_later() {
        var gallery = people.gallery("embedded-later");
        PersonId ada = people.person(gallery, "Ada");
        FaceId face = people.face(ada);
        stores.run(() -> stores.removals.delete(ada, ANNA));
        var later = Embedding.of(new ModelId("test/later"), FACES.embedding().values());

        stores.run(() -> stores.embeddings.add(face, later));

        assertThat(found(gallery, later)).isEmpty();
        stores.in(() -> stores.removals.restore(ada, ANNA));
        assertThat(found(gallery, later)).containsExactly(ada);
    }

    @Test
    void the_external_id_of_somebody_deleted_is_not_given_away() {
        var gallery = people.gallery("kept-id");
        PersonId ada = people.person(gallery, new NewPerson("Ada", "hr-1"));
        stores.run(() -> stores.removals.delete(ada, ANNA));

        assertThatThrownBy(() -> people.person(gallery, new NewPerson("Other", "hr-1")))
                .isInstanceOf(PersonDeletedException.class)
                .hasMessageContaining(ada.toString());
    }

    @Test
    void a_purge_leaves_nothing_of_a_person_and_those_merged_into_them() {
        var gallery = people.gallery("purged");
        PersonId ada = people.person(gallery, "Ada");
        PersonId alias = people.person(gallery, "Alias");
        people.face(ada);
        people.face(alias);
        people.merge(ada, alias);

        var images = stores.in(() -> stores.removals.purge(alias, ANNA));

        assertThat(images).hasSize(4);
        assertThat(count("person WHERE gallery_id = ", gallery)).isZero();
        assertThat(count("face WHERE gallery_id = ", gallery)).isZero();
        assertThat(count("embedding WHERE gallery_id = ", gallery)).isZero();
        assertThat(count("person_change WHERE gallery_id = ", gallery)).isZero();
    }

    @Test
    void somebody_with_a_name_stays_without_faces_and_somebody_without_goes() {
        var gallery = people.gallery("last-face");
        PersonId ada = people.person(gallery, "Ada");
        PersonId nobody = people.person(gallery, new NewPerson(null, null));
        FaceId ofAda = people.face(ada);
        FaceId ofNobody = people.face(nobody);

        stores.in(() -> stores.removals.removeFace(ofAda, ANNA));
        stores.in(() -> stores.removals.removeFace(ofNobody, ANNA));

        assertThat(people.list(gallery)).containsExactly(ada);
        assertThatThrownBy(() -> stores.in(() -> stores.removals.removeFace(ofAda, ANNA)))
                .isInstanceOf(FaceNotFoundException.class);
    }

    @Test
    void a_person_is_recognisable_with_enough_embedded_faces() {
        var gallery = people.gallery("recognisable");
        PersonId ada = people.person(gallery, "Ada");

        assertThat(people.summary(ada).isRecognisable()).isFalse();
        people.face(ada);

        assertThat(people.summary(ada).isRecognisable()).isTrue();
        assertThat(stores.in(() -> stores.persons.requireSummary(ada, Optional.empty()))
                        .isRecognisable())
                .isFalse();
    }

    private static FaceId enroll(PersonId person, Embedding embedding) {
        var face = new NewFace(person, Faces.analyzed(embedding, 0.8), FACES.image(), FACES.image());
        return stores.in(() -> stores.faces.add(face, ANNA)).id();
    }

    private static List<PersonId> found(GalleryName gallery, Embedding embedding) {
        return stores.in(() -> stores
                .embeddings
                .nearestPersons(
                        NearestQuery.of(stores.galleries.require(gallery).id(), embedding, 5))
                .found()
                .stream()
                .map(near -> near.person())
                .toList());
    }

    private static List<PersonId> deleted(GalleryName gallery) {
        var query = new PersonQuery(gallery, "", PersonQuery.Which.DELETED, 0, 100);
        return stores.in(() -> stores.persons.list(query, Optional.empty())).items().stream()
                .map(PersonSummary::id)
                .toList();
    }

    private static long count(String what, GalleryName gallery) {
        return stores.in(() -> ((Number) stores.entities
                        .createNativeQuery("SELECT count(*) FROM " + what + "(SELECT id FROM gallery WHERE name = ?1)")
                        .setParameter(1, gallery.value())
                        .getSingleResult())
                .longValue());
    }
}
