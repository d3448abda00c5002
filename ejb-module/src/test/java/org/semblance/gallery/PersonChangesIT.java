package org.semblance.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Merges, splits, moves and their undoing on the migrated database. */
class PersonChangesIT {
    private static final Faces FACES = new Faces(3);
    private static GalleryStores stores;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void a_survivor_gets_all_faces_and_what_it_lacks() {
        var gallery = gallery("merge");
        PersonId kept = person(gallery, new NewPerson(null, "k", new Metadata(Map.of("a", "1")), false, null));
        PersonId other = person(gallery, new NewPerson("Ada", "o", new Metadata(Map.of("a", "2", "b", "3")), true, null));
        FaceId face = face(other);

        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));

        PersonSummary merged = summary(other);
        assertThat(merged.id()).isEqualTo(kept);
        assertThat(merged.traits())
                .isEqualTo(new PersonTraits("Ada", "k", new Metadata(Map.of("a", "1", "b", "3")), true, null));
        assertThat(facesOf(kept)).containsExactly(face);
        assertThat(list(gallery)).containsExactly(kept);
    }

    @Test
    void an_external_id_of_somebody_merged_finds_the_survivor() {
        var gallery = gallery("external");
        PersonId kept = person(gallery, "Ada");
        PersonId other = person(gallery, new NewPerson("Ada L.", "hr-1"));

        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));

        assertThat(stores.in(() -> stores.persons.requireByExternalId(gallery, new NewPerson("x", "hr-1"), ANNA)))
                .isEqualTo(kept);
        assertThatThrownBy(() -> person(gallery, new NewPerson("x", "hr-1"))).isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void the_trail_of_merges_leads_to_the_last_survivor() {
        var gallery = gallery("trail");
        PersonId first = person(gallery, "First");
        PersonId second = person(gallery, "Second");
        PersonId third = person(gallery, "Third");
        stores.in(() -> stores.changes.merge(second, List.of(first), ANNA));

        stores.in(() -> stores.changes.merge(third, List.of(second), ANNA));

        assertThat(summary(first).id()).isEqualTo(third);
    }

    @Test
    void the_last_change_of_a_person_is_undone_first() {
        var gallery = gallery("order");
        PersonId kept = person(gallery, "Kept");
        PersonId one = person(gallery, "One");
        PersonId two = person(gallery, "Two");
        stores.in(() -> stores.changes.merge(kept, List.of(one, two), ANNA));
        List<PersonChange> changes = changes(kept);

        assertProblem(() -> undo(changes.get(0).id()), UndoOrderException.class);
        undo(changes.get(1).id());
        assertProblem(() -> undo(changes.get(1).id()), AlreadyUndoneException.class);
        undo(changes.get(0).id());

        assertThat(list(gallery)).containsExactly(kept, one, two);
    }

    @Test
    void a_name_given_after_a_merge_survives_its_undoing() {
        var gallery = gallery("named");
        PersonId kept = person(gallery, new NewPerson(null, null));
        PersonId other = person(gallery, "Ada");
        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));
        stores.in(() -> stores.persons.change(kept, PersonPatch.rename("Countess"), ExpectedVersion.ANY, ANNA));

        undo(changes(kept).get(0).id());

        assertThat(summary(kept).name()).isEqualTo("Countess");
        assertThat(summary(other).name()).isEqualTo("Ada");
    }

    @Test
    void faces_deleted_or_moved_since_are_left_where_they_are() {
        var gallery = gallery("since");
        PersonId kept = person(gallery, "Kept");
        PersonId other = person(gallery, "Other");
        FaceId returning = face(other);
        FaceId deleted = face(other);
        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));
        stores.in(() -> stores.removals.removeFace(deleted, ANNA));

        undo(changes(kept).get(0).id());

        assertThat(facesOf(other)).containsExactly(returning);
    }

    @Test
    void a_split_takes_some_faces_and_its_id_works_after_the_undoing() {
        var gallery = gallery("split");
        PersonId whole = person(gallery, "Both");
        FaceId stays = face(whole);
        FaceId goes = face(whole);

        PersonId part = stores.in(() -> stores.changes.split(whole, List.of(goes), "Twin", ANNA));
        assertThat(facesOf(part)).containsExactly(goes);
        undo(changes(whole).get(0).id());

        assertThat(facesOf(whole)).containsExactly(stays, goes);
        assertThat(summary(part).id()).isEqualTo(whole);
    }

    @Test
    void somebody_of_whom_only_faces_were_known_goes_with_the_last_and_comes_back_with_the_undoing() {
        var gallery = gallery("emptied");
        PersonId nobody = person(gallery, new NewPerson(null, null));
        PersonId ada = person(gallery, "Ada");
        FaceId face = face(nobody);

        stores.run(() -> stores.changes.move(List.of(face), ada, ANNA));

        assertThat(list(gallery)).containsExactly(ada);
        assertProblem(() -> summary(nobody), PersonNotFoundException.class);
        undo(changes(ada).get(0).id());
        assertThat(list(gallery)).containsExactly(nobody, ada);
        assertThat(facesOf(nobody)).containsExactly(face);
    }

    @Test
    void a_rejected_face_loses_its_person_and_never_returns() {
        var gallery = gallery("rejected");
        PersonId ada = person(gallery, "Ada");
        PersonId alias = person(gallery, "Countess");
        FaceId face = face(ada);

        stores.run(() -> stores.changes.reject(face, ada, ANNA));
        stores.in(() -> stores.changes.merge(alias, List.of(ada), ANNA));

        assertThat(facesOf(alias)).isEmpty();
        assertProblem(
                () -> stores.run(() -> stores.changes.move(List.of(face), alias, ANNA)), FaceRejectedException.class);
        assertThat(stores.in(() -> stores.faces.rejectedPersons(face))).contains(ada, alias);
        stores.run(() -> stores.changes.withdrawRejection(face, alias, ANNA));
        stores.run(() -> stores.changes.move(List.of(face), alias, ANNA));
        assertThat(facesOf(alias)).containsExactly(face);
    }

    @Test
    void refuses_what_makes_no_sense() {
        var gallery = gallery("refused");
        PersonId ada = person(gallery, "Ada");
        PersonId stranger = person(gallery("elsewhere"), "Stranger");
        FaceId face = face(ada);

        assertProblem(() -> merge(ada, stranger), GalleriesDifferException.class);
        assertProblem(() -> merge(ada, ada), InvalidInputException.class);
        assertProblem(() -> merge(ada, new PersonId(0)), PersonNotFoundException.class);
        assertProblem(
                () -> stores.in(() -> stores.changes.split(ada, List.of(face), null, ANNA)),
                InvalidInputException.class);
        assertProblem(
                () -> stores.run(() -> stores.changes.move(List.of(face), stranger, ANNA)),
                GalleriesDifferException.class);
        assertProblem(
                () -> stores.run(() -> stores.changes.move(List.of(new FaceId(0)), ada, ANNA)),
                FaceNotFoundException.class);
        assertProblem(() -> undo(new PersonChangeId(0)), PersonChangeNotFoundException.class);
    }

    @Test
    void two_claims_are_not_merged() throws Exception {
        var gallery = gallery("claims");
        PersonId ada = person(gallery, claimed("Ada", user("claimant-1")));
        PersonId ben = person(gallery, claimed("Ben", user("claimant-2")));

        assertProblem(() -> merge(ada, ben), ClaimConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void undoing_everything_in_reverse_order_restores_exactly_what_there_was(long seed) {
        var random = new Random(seed);
        var gallery = gallery("random-" + seed);
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < 6; i++) {
            var traits = new Metadata(random.nextBoolean() ? Map.of("k" + random.nextInt(3), "v" + i) : Map.of());
            String name = random.nextBoolean() ? "Person " + i : null;
            people.add(person(gallery, new NewPerson(name, name == null ? null : "x" + i, traits, i == 2, null)));
            for (int f = random.nextInt(4); f >= 0; f--) {
                face(people.get(i));
            }
        }
        List<String> before = everything(gallery);

        for (int step = 0; step < 15; step++) {
            change(gallery, random);
        }
        standing(gallery).forEach(this::undo);

        assertThat(everything(gallery)).isEqualTo(before);
    }

    /** One change at random; what is refused is passed over. */
    private void change(GalleryName gallery, Random random) {
        List<PersonId> people = list(gallery);
        PersonId one = people.get(random.nextInt(people.size()));
        PersonId other = people.get(random.nextInt(people.size()));
        List<FaceId> faces = facesOf(one);
        try {
            switch (random.nextInt(4)) {
                case 0 -> merge(one, other);
                case 1 -> stores.in(() -> stores.changes.split(one, faces.subList(0, faces.size() / 2), null, ANNA));
                case 2 -> stores.run(() -> stores.changes.move(faces, other, ANNA));
                default -> stores.run(() ->
                        stores.changes.move(faces.subList(0, Math.min(1, faces.size())), null, ANNA));
            }
        } catch (Problem refused) {
            assertThat(refused).isNotNull();
        }
    }

    private void undo(PersonChangeId change) {
        stores.run(() -> stores.undo.undo(change, ANNA));
    }

    private static void merge(PersonId survivor, PersonId other) {
        stores.in(() -> stores.changes.merge(survivor, List.of(other), ANNA));
    }

    private static GalleryName gallery(String name) {
        stores.run(() -> stores.galleries.add(NewGallery.named(name)));
        return new GalleryName(name);
    }

    private static PersonId person(GalleryName gallery, String name) {
        return person(gallery, new NewPerson(name, null));
    }

    private static PersonId person(GalleryName gallery, NewPerson person) {
        return stores.in(() -> stores.persons.add(gallery, person, ANNA));
    }

    private static NewPerson claimed(String name, java.util.UUID user) {
        return new NewPerson(name, null, Metadata.NONE, false, user);
    }

    private static FaceId face(PersonId person) {
        var face = new NewFace(person, Faces.analyzed(FACES.embedding(), 0.8), FACES.image(), FACES.image(), ANNA);
        return stores.in(() -> stores.faces.add(face)).id();
    }

    private static List<FaceId> facesOf(PersonId person) {
        return stores.in(() -> stores.faces.list(person, 0, 100)).items().stream()
                .map(FaceSummary::id)
                .toList();
    }

    private static PersonSummary summary(PersonId person) {
        return stores.in(() -> stores.persons.requireSummary(person, java.util.Optional.of(Faces.MODEL)));
    }

    private static List<PersonChange> changes(PersonId person) {
        return stores.in(() -> stores.changes.list(person, 0, 100)).items();
    }

    private static List<PersonId> list(GalleryName gallery) {
        return stores
                .in(() -> stores.persons.list(new PersonQuery(gallery, "", 0, 200), java.util.Optional.empty()))
                .items()
                .stream()
                .map(PersonSummary::id)
                .toList();
    }

    private static java.util.UUID user(String name) throws Exception {
        var id = java.util.UUID.randomUUID();
        try (var connection = stores.database.app().getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, ?, ?, 'x')")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, name);
            insert.executeUpdate();
        }
        return id;
    }

    /** Everybody who is there, and every face, as texts. */
    private static List<String> everything(GalleryName gallery) {
        return texts("""
                SELECT CAST(row(person.id, name, external_id, metadata, public_figure, user_id) AS text)
                  FROM person WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?1)
                   AND merged_into IS NULL AND deleted_at IS NULL
                 UNION ALL
                SELECT CAST(row(face.id, face.person_id, assigned_by, embedding.person_id, searchable) AS text)
                  FROM face LEFT JOIN embedding ON face_id = face.id
                 WHERE face.gallery_id = (SELECT id FROM gallery WHERE name = ?1)
                 ORDER BY 1
                """, gallery).stream().map(String::valueOf).toList();
    }

    /** The last first. */
    private static List<PersonChangeId> standing(GalleryName gallery) {
        return texts("""
                SELECT id FROM person_change WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?1)
                   AND undone_at IS NULL ORDER BY id DESC
                """, gallery).stream().map(id -> new PersonChangeId(((Number) id).longValue())).toList();
    }

    private static List<?> texts(String query, GalleryName gallery) {
        return stores.in(() -> (List<?>) stores.entities
                .createNativeQuery(query)
                .setParameter(1, gallery.value())
                .getResultList());
    }

    private static void assertProblem(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call).isInstanceOf(problem);
    }
}
