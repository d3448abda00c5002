package org.semblance.gallery;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Merges, splits, moves and their undoing on the migrated database. */
class PersonChangesIT {
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
    void a_survivor_gets_all_faces_and_what_it_lacks() {
        var gallery = people.gallery("merge");
        PersonId kept = people.person(gallery, new NewPerson(null, "k", new Metadata(Map.of("a", "1")), false, null));
        PersonId other =
                people.person(gallery, new NewPerson("Ada", "o", new Metadata(Map.of("a", "2", "b", "3")), true, null));
        FaceId face = people.face(other);

        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));

        PersonSummary merged = people.summary(other);
        assertThat(merged.id()).isEqualTo(kept);
        assertThat(merged.traits())
                .isEqualTo(new PersonTraits("Ada", "k", new Metadata(Map.of("a", "1", "b", "3")), true, null));
        assertThat(people.facesOf(kept)).containsExactly(face);
        assertThat(people.list(gallery)).containsExactly(kept);
    }

    @Test
    void an_external_id_of_somebody_merged_finds_the_survivor() {
        var gallery = people.gallery("external");
        PersonId kept = people.person(gallery, "Ada");
        PersonId other = people.person(gallery, new NewPerson("Ada L.", "hr-1"));

        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));

        assertThat(stores.in(() -> stores.persons.requireByExternalId(gallery, new NewPerson("x", "hr-1"), ANNA)))
                .isEqualTo(kept);
        assertThatThrownBy(() -> people.person(gallery, new NewPerson("x", "hr-1")))
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void the_trail_of_merges_leads_to_the_last_survivor() {
        var gallery = people.gallery("trail");
        PersonId first = people.person(gallery, "First");
        PersonId second = people.person(gallery, "Second");
        PersonId third = people.person(gallery, "Third");
        stores.in(() -> stores.changes.merge(second, List.of(first), ANNA));

        stores.in(() -> stores.changes.merge(third, List.of(second), ANNA));

        assertThat(people.summary(first).id()).isEqualTo(third);
    }

    @Test
    void the_last_change_of_a_person_is_undone_first() {
        var gallery = people.gallery("order");
        PersonId kept = people.person(gallery, "Kept");
        PersonId one = people.person(gallery, "One");
        PersonId two = people.person(gallery, "Two");
        stores.in(() -> stores.changes.merge(kept, List.of(one, two), ANNA));
        List<PersonChange> changes = people.changes(kept);

        assertProblem(() -> people.undo(changes.get(0).id()), UndoOrderException.class);
        people.undo(changes.get(1).id());
        assertProblem(() -> people.undo(changes.get(1).id()), AlreadyUndoneException.class);
        people.undo(changes.get(0).id());

        assertThat(people.list(gallery)).containsExactly(kept, one, two);
    }

    @Test
    void a_name_given_after_a_merge_survives_its_undoing() {
        var gallery = people.gallery("named");
        PersonId kept = people.person(gallery, new NewPerson(null, null));
        PersonId other = people.person(gallery, "Ada");
        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));
        stores.in(() -> stores.persons.change(kept, PersonPatch.rename("Countess"), ExpectedVersion.ANY, ANNA));

        people.undo(people.changes(kept).get(0).id());

        assertThat(people.summary(kept).name()).isEqualTo("Countess");
        assertThat(people.summary(other).name()).isEqualTo("Ada");
    }

    @Test
    void faces_deleted_or_moved_since_are_left_where_they_are() {
        var gallery = people.gallery("since");
        PersonId kept = people.person(gallery, "Kept");
        PersonId other = people.person(gallery, "Other");
        FaceId returning = people.face(other);
        FaceId deleted = people.face(other);
        stores.in(() -> stores.changes.merge(kept, List.of(other), ANNA));
        stores.in(() -> stores.removals.removeFace(deleted, ANNA));

        people.undo(people.changes(kept).get(0).id());

        assertThat(people.facesOf(other)).containsExactly(returning);
    }

    @Test
    void a_split_takes_some_faces_and_its_id_works_after_the_undoing() {
        var gallery = people.gallery("split");
        PersonId whole = people.person(gallery, "Both");
        FaceId stays = people.face(whole);
        FaceId goes = people.face(whole);

        PersonId part = stores.in(() -> stores.changes.split(whole, List.of(goes), "Twin", ANNA));
        assertThat(people.facesOf(part)).containsExactly(goes);
        people.undo(people.changes(whole).get(0).id());

        assertThat(people.facesOf(whole)).containsExactly(stays, goes);
        assertThat(people.summary(part).id()).isEqualTo(whole);
    }

    @Test
    void somebody_of_whom_only_faces_were_known_goes_with_the_last_and_comes_back_with_the_undoing() {
        var gallery = people.gallery("emptied");
        PersonId nobody = people.person(gallery, new NewPerson(null, null));
        PersonId ada = people.person(gallery, "Ada");
        FaceId face = people.face(nobody);

        stores.run(() -> stores.changes.move(List.of(face), ada, ANNA));

        assertThat(people.list(gallery)).containsExactly(ada);
        assertProblem(() -> people.summary(nobody), PersonNotFoundException.class);
        people.undo(people.changes(ada).get(0).id());
        assertThat(people.list(gallery)).containsExactly(nobody, ada);
        assertThat(people.facesOf(nobody)).containsExactly(face);
    }

    @Test
    void a_rejected_face_loses_its_person_and_never_returns() {
        var gallery = people.gallery("rejected");
        PersonId ada = people.person(gallery, "Ada");
        PersonId alias = people.person(gallery, "Countess");
        FaceId face = people.face(ada);

        stores.run(() -> stores.changes.reject(face, ada, ANNA));
        stores.in(() -> stores.changes.merge(alias, List.of(ada), ANNA));

        assertThat(people.facesOf(alias)).isEmpty();
        assertProblem(
                () -> stores.run(() -> stores.changes.move(List.of(face), alias, ANNA)), FaceRejectedException.class);
        assertThat(stores.in(() -> stores.faces.rejectedPersons(face))).contains(ada, alias);
        stores.run(() -> stores.changes.withdrawRejection(face, alias, ANNA));
        stores.run(() -> stores.changes.move(List.of(face), alias, ANNA));
        assertThat(people.facesOf(alias)).containsExactly(face);
    }

    @Test
    void refuses_what_makes_no_sense() {
        var gallery = people.gallery("refused");
        PersonId ada = people.person(gallery, "Ada");
        PersonId stranger = people.person(people.gallery("elsewhere"), "Stranger");
        FaceId face = people.face(ada);

        assertProblem(() -> people.merge(ada, stranger), GalleriesDifferException.class);
        assertProblem(() -> people.merge(ada, ada), InvalidInputException.class);
        assertProblem(() -> people.merge(ada, new PersonId(0)), PersonNotFoundException.class);
        assertProblem(
                () -> stores.in(() -> stores.changes.split(ada, List.of(face), null, ANNA)),
                InvalidInputException.class);
        assertProblem(
                () -> stores.run(() -> stores.changes.move(List.of(face), stranger, ANNA)),
                GalleriesDifferException.class);
        assertProblem(
                () -> stores.run(() -> stores.changes.move(List.of(new FaceId(0)), ada, ANNA)),
                FaceNotFoundException.class);
        assertProblem(() -> people.undo(new PersonChangeId(0)), PersonChangeNotFoundException.class);
    }

    @Test
    void two_claims_are_not_merged() throws Exception {
        var gallery = people.gallery("claims");
        PersonId ada = people.person(gallery, people.claimed("Ada", people.user("claimant-1")));
        PersonId ben = people.person(gallery, people.claimed("Ben", people.user("claimant-2")));

        assertProblem(() -> people.merge(ada, ben), ClaimConflictException.class);
    }

    private static void assertProblem(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call).isInstanceOf(problem);
    }
}
