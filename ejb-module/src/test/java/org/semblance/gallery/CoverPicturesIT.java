package org.semblance.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.VersionMismatchException;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** The pictures that stand for persons, whatever becomes of persons and faces, on the migrated database. */
class CoverPicturesIT {
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
    void the_best_face_stands_for_a_person_until_people_choose_another() {
        PersonId ada = people.person(people.gallery("best"), "Ada");
        assertThat(people.summary(ada).cover()).isNull();
        FaceId plain = people.face(ada, 0.5);
        FaceId best = people.face(ada, 0.9);
        assertThat(cover(ada).face()).isEqualTo(best);
        assertThat(cover(ada).isChosen()).isFalse();

        choose(ada, plain);

        assertThat(cover(ada).face()).isEqualTo(plain);
        assertThat(cover(ada).isChosen()).isTrue();
        choose(ada, null);
        assertThat(cover(ada).face()).isEqualTo(best);
    }

    @Test
    void every_person_of_a_list_has_their_own() {
        var gallery = people.gallery("list");
        PersonId ada = people.person(gallery, "Ada");
        FaceId first = people.face(ada);
        PersonId nobody = people.person(gallery, "Nobody");
        PersonId eve = people.person(gallery, "Eve");
        FaceId second = people.face(eve);

        var listed =
                stores.in(() -> stores.persons.list(new PersonQuery(gallery, "", 0, 10), java.util.Optional.empty()));

        assertThat(listed.items()).extracting(PersonSummary::id).containsExactly(ada, nobody, eve);
        assertThat(requireNonNull(listed.items().get(0).cover()).face()).isEqualTo(first);
        assertThat(listed.items().get(1).cover()).isNull();
        assertThat(requireNonNull(listed.items().get(2).cover()).face()).isEqualTo(second);
    }

    @Test
    void the_face_of_somebody_else_cannot_be_chosen() {
        var gallery = people.gallery("others");
        PersonId ada = people.person(gallery, "Ada");
        FaceId theirs = people.face(people.person(gallery, "Eve"));

        assertThatThrownBy(() -> choose(ada, theirs))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not of the person");
        assertThatThrownBy(() -> choose(ada, new FaceId(99_999_999))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_choice_is_audited_and_counts_as_a_change() {
        PersonId ada = people.person(people.gallery("audited"), "Ada");
        FaceId face = people.face(ada);
        int version = people.summary(ada).version();

        choose(ada, face);

        assertThat(people.summary(ada).version()).isGreaterThan(version);
        assertThat(stores.audited)
                .anyMatch(event -> event.action().equals("person.changed")
                        && event.toString().contains("cover_face_id"));
        assertThatThrownBy(() -> stores.in(
                        () -> stores.persons.change(ada, PersonPatch.cover(null), ExpectedVersion.of(version), ANNA)))
                .isInstanceOf(VersionMismatchException.class);
    }

    @Test
    void a_survivor_without_a_choice_takes_over_the_others_and_gives_it_back() {
        var gallery = people.gallery("taken-over");
        PersonId kept = people.person(gallery, "Kept");
        FaceId own = people.face(kept, 0.9);
        PersonId other = people.person(gallery, "Other");
        FaceId chosen = people.face(other, 0.5);
        choose(other, chosen);

        people.merge(kept, other);
        assertThat(cover(kept).face()).isEqualTo(chosen);
        people.undo(people.changes(kept).get(0).id());

        assertThat(cover(kept).face()).isEqualTo(own);
        assertThat(cover(kept).isChosen()).isFalse();
        assertThat(cover(other).face()).isEqualTo(chosen);
        assertThat(cover(other).isChosen()).isTrue();
    }

    @Test
    void a_survivors_own_choice_outlasts_merges_and_their_undoing() {
        var gallery = people.gallery("kept");
        PersonId kept = people.person(gallery, "Kept");
        FaceId own = people.face(kept, 0.5);
        choose(kept, own);
        PersonId other = people.person(gallery, "Other");
        choose(other, people.face(other, 0.9));

        people.merge(kept, other);
        assertThat(cover(kept).face()).isEqualTo(own);
        people.undo(people.changes(kept).get(0).id());

        assertThat(cover(kept).face()).isEqualTo(own);
    }

    @Test
    void a_chosen_face_that_is_split_off_or_moved_stands_for_nobody_until_it_is_given_back() {
        var gallery = people.gallery("moved");
        PersonId whole = people.person(gallery, "Whole");
        FaceId best = people.face(whole, 0.9);
        FaceId chosen = people.face(whole, 0.5);
        choose(whole, chosen);

        PersonId part = stores.in(() -> stores.changes.split(whole, List.of(chosen), "Part", ANNA));
        assertThat(cover(whole).face()).isEqualTo(best);
        assertThat(cover(part).face()).isEqualTo(chosen);
        assertThat(cover(part).isChosen()).isFalse();
        people.undo(people.changes(whole).get(0).id());

        assertThat(cover(whole).face()).isEqualTo(chosen);
        stores.run(() -> stores.changes.move(List.of(chosen), null, ANNA));
        assertThat(cover(whole).face()).isEqualTo(best);
    }

    @Test
    void when_the_chosen_face_is_deleted_the_best_one_stands_for_the_person_again() {
        PersonId ada = people.person(people.gallery("deleted-face"), "Ada");
        FaceId best = people.face(ada, 0.9);
        FaceId chosen = people.face(ada, 0.5);
        choose(ada, chosen);

        stores.in(() -> stores.removals.removeFace(chosen, ANNA));

        assertThat(cover(ada).face()).isEqualTo(best);
        stores.in(() -> stores.persons.change(ada, PersonPatch.rename("Ada L."), ExpectedVersion.ANY, ANNA));
        assertThat(cover(ada).isChosen()).isFalse();
    }

    @Test
    void somebody_with_a_chosen_picture_is_purged_like_anybody() {
        PersonId ada = people.person(people.gallery("purged"), "Ada");
        choose(ada, people.face(ada));

        stores.in(() -> stores.removals.purge(ada, ANNA));

        assertThatThrownBy(() -> people.summary(ada)).isInstanceOf(PersonNotFoundException.class);
    }

    private static Cover cover(PersonId person) {
        return requireNonNull(people.summary(person).cover());
    }

    private static void choose(PersonId person, @Nullable FaceId face) {
        stores.in(() -> stores.persons.change(person, PersonPatch.cover(face), ExpectedVersion.ANY, ANNA));
    }
}
