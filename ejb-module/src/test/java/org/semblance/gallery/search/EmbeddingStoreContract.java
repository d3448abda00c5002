package org.semblance.gallery.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What every store of embeddings does, whichever way it searches. */
abstract class EmbeddingStoreContract {
    private final Vectors vectors = new Vectors(model(512), 512);

    abstract TestedStore store();

    @Test
    void finds_each_person_once_by_their_most_similar_face() {
        long gallery = store().gallery();
        PersonId ada = store().person(gallery);
        PersonId ben = store().person(gallery);
        Embedding probe = vectors.stranger();
        store().face(gallery, ada, vectors.like(probe, 0.2));
        FaceId near = store().face(gallery, ada, vectors.like(probe, 0.9));
        FaceId other = store().face(gallery, ben, vectors.like(probe, 0.5));

        List<Neighbour> found = persons(gallery, probe, 10);

        assertThat(found).extracting(Neighbour::person).containsExactly(ada, ben);
        assertThat(found).extracting(Neighbour::face).containsExactly(near, other);
        assertThat(found).extracting(Neighbour::faces).containsExactly(2, 1);
        assertThat(found.get(0).similarity()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void finds_faces_of_persons_and_of_nobody_yet() {
        long gallery = store().gallery();
        PersonId ada = store().person(gallery);
        Embedding probe = vectors.stranger();
        FaceId nobodys = store().face(gallery, null, vectors.like(probe, 0.8));
        FaceId adas = store().face(gallery, ada, vectors.like(probe, 0.6));
        store().face(gallery, ada, vectors.like(probe, 0.3));

        List<NearFace> found = faces(gallery, probe, 2, Filter.NONE);

        assertThat(found).extracting(NearFace::face).containsExactly(nobodys, adas);
        assertThat(found.get(0).person()).isNull();
        assertThat(found.get(1).person()).isEqualTo(ada);
        assertThat(persons(gallery, probe, 2)).extracting(Neighbour::face).containsExactly(adas);
    }

    @Test
    void compares_with_one_person_by_their_most_similar_face() {
        long gallery = store().gallery();
        PersonId ada = store().person(gallery);
        PersonId nobody = store().person(gallery);
        Embedding probe = vectors.stranger();
        store().face(gallery, ada, vectors.like(probe, 0.3));
        FaceId near = store().face(gallery, ada, vectors.like(probe, 0.6));
        store().face(gallery, store().person(gallery), probe);

        NearFace found = store().embeddings().nearestOf(ada, probe).orElseThrow();

        assertThat(found.face()).isEqualTo(near);
        assertThat(found.similarity()).isCloseTo(0.6, within(0.01));
        assertThat(store().embeddings().nearestOf(nobody, probe)).isEmpty();
    }

    @Test
    void a_gallery_never_answers_for_another_nor_a_model_for_another() {
        long mine = store().gallery();
        long other = store().gallery();
        Embedding probe = vectors.stranger();
        store().face(other, store().person(other), probe);

        Embedding sameNumbers = Embedding.of(new ModelId("test/another"), probe.values());

        assertThat(persons(mine, probe, 10)).isEmpty();
        assertThat(persons(other, sameNumbers, 10)).isEmpty();
    }

    @Test
    void returns_no_more_than_asked_and_the_best() {
        long gallery = store().gallery();
        Embedding probe = vectors.stranger();
        store().face(gallery, store().person(gallery), vectors.like(probe, 0.6));
        FaceId best = store().face(gallery, store().person(gallery), vectors.like(probe, 0.8));
        store().face(gallery, store().person(gallery), vectors.like(probe, 0.4));

        assertThat(persons(gallery, probe, 1)).extracting(Neighbour::face).containsExactly(best);
        assertThat(faces(gallery, probe, 1, Filter.NONE))
                .extracting(NearFace::face)
                .containsExactly(best);
    }

    @Test
    void the_second_person_is_found_behind_hundreds_of_faces_of_the_first() {
        long gallery = store().gallery();
        PersonId often = store().person(gallery);
        PersonId once = store().person(gallery);
        Embedding probe = vectors.stranger();
        for (int i = 0; i < 450; i++) {
            store().face(gallery, often, vectors.like(probe, 0.7));
        }
        store().face(gallery, once, vectors.like(probe, 0.4));

        assertThat(persons(gallery, probe, 2)).extracting(Neighbour::person).containsExactly(often, once);
    }

    @Test
    void a_face_that_changes_hands_is_found_under_its_new_person() {
        long gallery = store().gallery();
        PersonId ada = store().person(gallery);
        PersonId ben = store().person(gallery);
        Embedding probe = vectors.stranger();
        FaceId face = store().face(gallery, ada, probe);
        store().face(gallery, ada, vectors.like(probe, 0.1));
        persons(gallery, probe, 1);

        store().give(face, ben);

        assertThat(persons(gallery, probe, 1)).extracting(Neighbour::person).containsExactly(ben);
        assertThat(persons(gallery, probe, 2)).extracting(Neighbour::faces).containsExactly(1, 1);
        store().give(face, null);
        assertThat(persons(gallery, probe, 9)).extracting(Neighbour::person).containsExactly(ada);
    }

    @Test
    void what_is_deleted_is_found_no_more_and_what_is_brought_back_is() {
        long gallery = store().gallery();
        PersonId ada = store().person(gallery);
        Embedding probe = vectors.stranger();
        FaceId near = store().face(gallery, ada, probe);
        FaceId far = store().face(gallery, ada, vectors.like(probe, 0.5));
        persons(gallery, probe, 1);

        store().delete(near);
        assertThat(persons(gallery, probe, 1)).extracting(Neighbour::face).containsExactly(far);

        store().setDeleted(ada, true);
        assertThat(faces(gallery, probe, 1, Filter.NONE)).isEmpty();

        store().setDeleted(ada, false);
        assertThat(persons(gallery, probe, 1)).extracting(Neighbour::face).containsExactly(far);
    }

    @Test
    void filters_by_owner_claim_public_figures_and_rejected_persons() {
        long gallery = store().gallery();
        PersonId ada = store().person(gallery);
        PersonId ben = store().person(gallery);
        Embedding probe = vectors.stranger();
        FaceId adas = store().face(gallery, ada, vectors.like(probe, 0.8));
        FaceId bens = store().face(gallery, ben, vectors.like(probe, 0.6));
        FaceId nobodys = store().face(gallery, null, vectors.like(probe, 0.4));
        UUID user = store().user();
        store().claim(ada, user);
        store().own(bens, user);
        store().makePublic(ben);

        var none = Optional.<UUID>empty();
        var its = Optional.of(user);
        assertThat(found(gallery, probe, new Filter(its, none, false, Set.of())))
                .containsExactly(bens);
        assertThat(found(gallery, probe, new Filter(none, its, false, Set.of())))
                .containsExactly(bens, nobodys);
        assertThat(found(gallery, probe, new Filter(none, none, true, Set.of())))
                .containsExactly(bens);
        assertThat(found(gallery, probe, new Filter(none, none, false, Set.of(ben))))
                .containsExactly(adas, nobodys);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512, 768})
    void finds_the_one_of_thousands_whatever_the_dimension(int dimension) {
        var strangers = new Vectors(model(dimension), dimension);
        long gallery = store().gallery();
        Embedding known = strangers.stranger();
        for (int i = 0; i < 300; i++) {
            store().face(gallery, null, strangers.stranger());
        }
        FaceId face = store().face(gallery, null, known);

        assertThat(faces(gallery, strangers.like(known, 0.6), 1, Filter.NONE))
                .extracting(NearFace::face)
                .containsExactly(face);
    }

    @Test
    void an_embedding_is_kept_once_for_each_model_and_given_back() {
        long gallery = store().gallery();
        Embedding first = vectors.stranger();
        FaceId face = store().face(gallery, null, first);

        store().embeddings().add(face, vectors.stranger());

        assertThat(faces(gallery, first, 5, Filter.NONE)).hasSize(1);
        assertThat(store().embeddings().find(face, first.model()).orElseThrow().similarity(first))
                .isCloseTo(1, within(0.001));
        assertThat(store().embeddings().find(face, new ModelId("test/another"))).isEmpty();
    }

    private List<FaceId> found(long gallery, Embedding probe, Filter filter) {
        return faces(gallery, probe, 3, filter).stream().map(NearFace::face).toList();
    }

    private List<Neighbour> persons(long gallery, Embedding probe, int limit) {
        return store().embeddings()
                .nearestPersons(NearestQuery.of(gallery, probe, limit))
                .found();
    }

    private List<NearFace> faces(long gallery, Embedding probe, int limit, Filter filter) {
        return store().embeddings()
                .nearestFaces(new NearestQuery(gallery, probe, limit, filter, false))
                .found();
    }

    static ModelId model(int dimension) {
        return new ModelId("test/embedder_" + dimension);
    }
}
