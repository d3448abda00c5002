package org.semblance.surveillance.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceNotFoundException;
import org.semblance.gallery.GalleryStores;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonSubjects;
import org.semblance.identity.Scope;
import org.semblance.platform.Problem;
import org.semblance.surveillance.unknown.KeptFace;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.StrangerNotFoundException;
import org.semblance.surveillance.unknown.StrangerState;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownState;
import org.semblance.surveillance.unknown.UnknownWorld;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** What people decide of unknown faces, alone and against each other. */
class FaceReviewsIT {
    private static final double MIN_QUALITY = 0.3;
    private static final Actor GRACE = Actor.user("grace");

    private static GalleryStores stores;

    @SuppressWarnings("NullAway") // made before each test
    private UnknownWorld world;

    @SuppressWarnings("NullAway") // made before each test
    private FaceReviews reviews;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void begin() throws ReflectiveOperationException {
        world = new UnknownWorld(stores);
        reviews = new FaceReviews(
                new PersonSubjects(stores.current()), stores.persons, stores.changes, stores.audit(), world.clock);
        var database = FaceReviews.class.getDeclaredField("database");
        database.setAccessible(true);
        database.set(reviews, stores.current());
        stores.audited.clear();
    }

    @Test
    void a_stranger_is_assigned_with_all_faces_that_wait() {
        Embedding look = world.look();
        KeptFace one = world.keep(look);
        KeptFace other = world.keep(world.like(look, 0.9));
        PersonId anna = world.person("Anna", look, 3);

        Outcome outcome = assign(strangers(one.stranger()), anna);

        assertThat(outcome.faces()).containsExactly(one.face(), other.face());
        assertThat(outcome.refused()).isEmpty();
        UnknownFace face = world.face(one.face());
        assertThat(face.state()).isEqualTo(UnknownState.ASSIGNED);
        assertThat(face.person()).isEqualTo(anna);
        assertThat(face.decidedBy()).isEqualTo("grace");
        assertThat(world.stranger(one.stranger()).state()).isEqualTo(StrangerState.KNOWN);
        assertThat(world.stranger(one.stranger()).decidedBy()).isEqualTo("grace");
        assertThat(world.text(
                        "SELECT assigned_by FROM face WHERE id = ?", one.face().value()))
                .isEqualTo("people");
        assertThat(stores.audited)
                .extracting(AuditEvent::action)
                .contains("person.faces-moved", "unknown-face.assigned");
        assertThat(stores.in(() -> stores.changes.list(anna, 0, 10)).items()).hasSize(1);
        assertThat(stores.in(() -> stores.changes.newest(anna, 1)).get(0).faces())
                .containsExactlyInAnyOrder(one.face(), other.face());
    }

    @Test
    void who_comes_second_is_told_who_was_first_and_the_same_again_is_no_conflict() {
        Embedding look = world.look();
        KeptFace face = world.keep(look);
        PersonId anna = world.person("Anna", look, 1);
        PersonId bert = world.person("Bert", world.look(), 1);
        assign(faces(face), anna);

        assertThatThrownBy(() -> assign(faces(face), bert))
                .isInstanceOf(AlreadyDecidedException.class)
                .hasMessageContaining("assigned already, by grace");
        assertThatThrownBy(() -> assign(strangers(face.stranger()), bert)).isInstanceOf(AlreadyDecidedException.class);
        assertThatThrownBy(() -> stores.in(() -> reviews.dismiss(faces(face), Scope.EVERYWHERE, ANNA)))
                .isInstanceOf(AlreadyDecidedException.class);
        assertThat(assign(faces(face), anna).faces()).containsExactly(face.face());
        assertThat(assign(strangers(face.stranger()), anna).strangers()).containsExactly(face.stranger());
    }

    @Test
    void of_many_what_can_be_done_is_done_and_the_rest_says_why() {
        Embedding look = world.look();
        KeptFace good = world.keep(look);
        KeptFace poor = world.keep(world.seen(UUID.randomUUID(), world.look(), 0.1));
        KeptFace rejected = world.keep(world.look());
        KeptFace foreign = new UnknownWorld(stores).keep(world.look());
        PersonId anna = world.person("Anna", look, 3);
        stores.run(() -> stores.changes.reject(rejected.face(), anna, ANNA));
        var targets = new Targets(
                List.of(good.face(), poor.face(), rejected.face(), foreign.face(), new FaceId(999_999)),
                List.of(new StrangerId(999_999)));

        Outcome outcome = assign(targets, anna);

        assertThat(outcome.faces()).containsExactly(good.face());
        assertThat(outcome.refused().stream().map(Refusal::problem).map(Problem::code))
                .containsExactlyInAnyOrder(
                        "face-quality-low",
                        "face-rejected",
                        "galleries-differ",
                        "face-not-found",
                        "stranger-not-found");
        assertThat(world.face(poor.face()).state()).isEqualTo(UnknownState.NEW);
    }

    @Test
    void what_lies_in_other_galleries_does_not_exist() {
        KeptFace face = world.keep(world.look());
        PersonId anna = world.person("Anna", world.look(), 1);
        Scope elsewhere = Scope.of(Set.of(world.gallery + 1000));

        assertThatThrownBy(() -> stores.in(() -> reviews.dismiss(faces(face), elsewhere, GRACE)))
                .isInstanceOf(FaceNotFoundException.class);
        assertThatThrownBy(() -> stores.in(() -> reviews.dismiss(strangers(face.stranger()), elsewhere, GRACE)))
                .isInstanceOf(StrangerNotFoundException.class);
        assertThatThrownBy(() -> stores.in(() -> reviews.reject(faces(face), anna, elsewhere, GRACE)))
                .isInstanceOf(PersonNotFoundException.class);
    }

    @Test
    void somebody_new_is_made_of_the_faces_that_are_good_enough() {
        Embedding look = world.look();
        KeptFace one = world.keep(look);
        world.keep(world.like(look, 0.9));
        KeptFace poor = world.keep(world.seen(UUID.randomUUID(), world.like(look, 0.9), 0.1));

        Outcome outcome = enroll(strangers(one.stranger()));

        PersonId made = Objects.requireNonNull(outcome.person());
        assertThat(outcome.faces()).hasSize(2).contains(one.face());
        assertThat(outcome.refused()).extracting(Refusal::face).containsExactly(poor.face());
        assertThat(world.face(one.face()).state()).isEqualTo(UnknownState.ENROLLED);
        assertThat(world.face(poor.face()).state()).isEqualTo(UnknownState.NEW);
        assertThat(world.stranger(one.stranger()).state()).isEqualTo(StrangerState.OPEN);
        var known = stores.in(() -> stores.persons.requireSummary(made, Optional.of(UnknownWorld.MODEL)));
        assertThat(known.faces()).isEqualTo(2);
        assertThat(known.isRecognisable())
                .as("two faces of the three that it takes")
                .isFalse();
    }

    @Test
    void nobody_is_made_of_faces_that_are_all_refused() {
        KeptFace poor = world.keep(world.seen(UUID.randomUUID(), world.look(), 0.1));

        assertThatThrownBy(() -> enroll(faces(poor))).isInstanceOf(FaceUnfitException.class);

        assertThat(world.number("SELECT count(*) FROM person WHERE gallery_id = ?", world.gallery))
                .isZero();
    }

    @Test
    void a_dismissed_stranger_can_be_brought_back() {
        Embedding look = world.look();
        KeptFace one = world.keep(look);
        KeptFace other = world.keep(world.like(look, 0.9));

        stores.in(() -> reviews.dismiss(strangers(one.stranger()), Scope.EVERYWHERE, GRACE));
        var dismissed = world.stranger(one.stranger());
        var again = stores.in(() -> reviews.dismiss(faces(one), Scope.EVERYWHERE, ANNA));
        KeptFace later = world.keep(world.like(look, 0.9));
        stores.in(() -> reviews.restore(strangers(one.stranger()), Scope.EVERYWHERE, ANNA));

        assertThat(dismissed.state()).isEqualTo(StrangerState.DISMISSED);
        assertThat(dismissed.waiting()).isZero();
        assertThat(dismissed.decidedBy()).isEqualTo("grace");
        assertThat(again.faces()).containsExactly(one.face());
        assertThat(world.stranger(one.stranger()).state()).isEqualTo(StrangerState.OPEN);
        assertThat(List.of(one, other, later))
                .allSatisfy(face -> assertThat(world.face(face.face()).state()).isEqualTo(UnknownState.NEW));
        assertThat(stores.audited).extracting(AuditEvent::action).contains("stranger.dismissed", "stranger.restored");
    }

    @Test
    void a_dismissed_face_that_is_brought_back_opens_its_stranger() {
        KeptFace face = world.keep(world.look());
        stores.in(() -> reviews.dismiss(strangers(face.stranger()), Scope.EVERYWHERE, GRACE));

        stores.in(() -> reviews.restore(faces(face), Scope.EVERYWHERE, GRACE));

        assertThat(world.stranger(face.stranger()).state()).isEqualTo(StrangerState.OPEN);
        assertThat(world.face(face.face()).decidedBy()).isNull();
    }

    @Test
    void not_this_person_holds_for_every_face_of_a_stranger() {
        Embedding look = world.look();
        KeptFace one = world.keep(look);
        KeptFace other = world.keep(world.like(look, 0.9));
        PersonId anna = world.person("Anna", look, 3);

        stores.in(() -> reviews.reject(strangers(one.stranger()), anna, Scope.EVERYWHERE, GRACE));
        stores.in(() -> reviews.reject(faces(one), anna, Scope.EVERYWHERE, GRACE));

        assertThat(world.number("SELECT count(*) FROM face_rejection WHERE person_id = ?", anna.value()))
                .isEqualTo(2);
        assertThat(stores.in(() -> world.suggestions.of(world.gallery, List.of(one.face(), other.face()))))
                .isEmpty();
        assertThatThrownBy(() -> assign(faces(one), anna)).hasMessageContaining("withdraw that first");
    }

    @Test
    void a_face_that_looks_like_somebody_enrolled_since_says_so() {
        Embedding look = world.look();
        KeptFace face = world.keep(look);
        PersonId anna = world.person("Anna", look, 1);
        KeptFace other = world.keep(world.look());

        var suggested = stores.in(() -> world.suggestions.of(world.gallery, List.of(face.face(), other.face())));

        assertThat(suggested).containsOnlyKeys(face.face());
        assertThat(Objects.requireNonNull(suggested.get(face.face())).person()).isEqualTo(anna);
        assertThat(Objects.requireNonNull(suggested.get(face.face())).name()).isEqualTo("Anna");
        world.change("UPDATE person SET deleted_at = now() WHERE id = ?", anna.value());
        assertThat(stores.in(() -> world.suggestions.of(world.gallery, List.of(face.face()))))
                .isEmpty();
    }

    @Test
    void of_two_who_decide_at_once_one_is_first_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            KeptFace face = world.keep(world.look());
            PersonId anna = world.person("Anna", world.look(), 1);
            PersonId bert = world.person("Bert", world.look(), 1);
            List<Callable<String>> both = new ArrayList<>();
            both.add(() -> attempt(() -> assign(faces(face), anna)));
            both.add(() -> attempt(() -> assign(strangers(face.stranger()), bert)));
            both.add(() -> attempt(
                    () -> stores.in(() -> reviews.dismiss(strangers(face.stranger()), Scope.EVERYWHERE, ANNA))));

            List<String> answers = UnknownWorld.atOnce(both);

            assertThat(answers).containsOnlyOnce("done").contains("unknown-face-decided");
        }
    }

    private static String attempt(Callable<Outcome> decision) throws Exception {
        try {
            decision.call();
            return "done";
        } catch (Problem e) {
            return e.code();
        }
    }

    private Outcome assign(Targets targets, PersonId person) {
        return stores.in(() -> reviews.assign(targets, person, MIN_QUALITY, Scope.EVERYWHERE, GRACE));
    }

    private Outcome enroll(Targets targets) {
        var newcomer = new Newcomer(world.name, new NewPerson("Ada", null), MIN_QUALITY);
        return stores.in(() -> reviews.enroll(targets, newcomer, Scope.EVERYWHERE, GRACE));
    }

    private static Targets faces(KeptFace face) {
        return new Targets(List.of(face.face()), List.of());
    }

    private static Targets strangers(StrangerId stranger) {
        return new Targets(List.of(), List.of(stranger));
    }
}
