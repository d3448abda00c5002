package org.semblance.surveillance.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.gallery.AssignedBy;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryStores;
import org.semblance.gallery.PersonHeldException;
import org.semblance.gallery.PersonId;
import org.semblance.identity.Scope;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.unknown.UnknownWorld;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.semblance.gallery.GalleryStores.ANNA;

/** A camera adds what it is sure of, says why, and lets go of it. */
class AutoLearningIT {
    private static final LearningSettings SETTINGS =
            new LearningSettings(0.15, 0.1, 0.6, 0.8, 0.95, 2, Duration.ofHours(1));

    private static GalleryStores stores;

    @SuppressWarnings("NullAway") // made before each test
    private UnknownWorld world;

    @SuppressWarnings("NullAway") // made before each test
    private PersonId anna;

    @SuppressWarnings("NullAway") // made before each test
    private Embedding look;

    private final UnknownWorld.Files files = new UnknownWorld.Files();
    private Clock clock = Clock.fixed(UnknownWorld.NOON, ZoneOffset.UTC);

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void begin() {
        world = new UnknownWorld(stores);
        look = world.look();
        anna = world.person("Anna", look, 3);
        stores.audited.clear();
    }

    @Test
    void what_a_camera_is_sure_of_is_learned_and_says_why() {
        RecognitionEvent event = Recognised.surely(anna).live(0.9).event(world);

        Lesson lesson = consider(event, look);

        assertThat(lesson.reason()).isEqualTo(Reason.LEARNED);
        FaceId learned = Objects.requireNonNull(lesson.face());
        assertThat(stores.in(() -> stores.faces.find(List.of(learned), Scope.EVERYWHERE)))
                .singleElement()
                .satisfies(face -> {
                    assertThat(face.assignedBy()).isEqualTo(AssignedBy.LEARNED);
                    assertThat(face.person()).isEqualTo(anna);
                    assertThat(files.keys).containsExactly(face.crop());
                });
        assertThat(learnedFaces()).singleElement().satisfies(why -> {
            assertThat(why.event()).isEqualTo(event.id());
            assertThat(why.camera()).isEqualTo(world.cameraName);
            assertThat(why.confidence()).isCloseTo(0.8, within(1e-6));
            assertThat(why.given()).isCloseTo(0.9, within(0.01));
            assertThat(why.runnerUp()).isCloseTo(0.2, within(1e-6));
            assertThat(why.threshold()).isCloseTo(0.65, within(1e-6));
            assertThat(why.liveness()).isCloseTo(0.9, within(1e-6));
        });
        assertThat(stores.audited).extracting(AuditEvent::action).contains("face.learned");
    }

    @Test
    void nothing_is_written_when_something_speaks_against_it() {
        assertThat(consider(Recognised.surely(anna).with(0.6, 0.2).event(world), look)
                        .reason())
                .isEqualTo(Reason.NOT_SURE);

        assertThat(files.keys).isEmpty();
        assertThat(learnedFaces()).isEmpty();
    }

    @Test
    void one_face_an_hour_and_no_more_than_so_many() {
        RecognitionEvent first = Recognised.surely(anna).event(world);
        assertThat(consider(first, world.like(look, 0.9)).reason()).isEqualTo(Reason.LEARNED);
        assertThat(consider(Recognised.surely(anna).event(world), look).reason())
                .isEqualTo(Reason.TOO_SOON);

        later(Duration.ofHours(2));
        assertThat(consider(first, look).reason()).as("the same event").isEqualTo(Reason.TOO_SOON);
        assertThat(consider(Recognised.surely(anna).event(world), world.like(look, 0.9))
                        .reason())
                .isEqualTo(Reason.LEARNED);
        later(Duration.ofHours(4));
        assertThat(consider(Recognised.surely(anna).event(world), look).reason())
                .isEqualTo(Reason.ENOUGH);
        assertThat(files.keys).hasSize(2);
    }

    @Test
    void several_cameras_at_once_teach_one_face() throws Exception {
        Callable<Reason> teaching =
                () -> consider(Recognised.surely(anna).event(world), look).reason();

        List<Reason> reasons = UnknownWorld.atOnce(List.of(teaching, teaching, teaching, teaching));

        assertThat(reasons).containsOnlyOnce(Reason.LEARNED).contains(Reason.TOO_SOON);
        assertThat(files.keys).hasSize(1);
    }

    @Test
    void nobody_is_taught_who_is_suspended_held_deleted_or_gone() {
        world.change("UPDATE person SET suspended_at = now() WHERE id = ?", anna.value());
        assertThat(consider(Recognised.surely(anna).event(world), look).reason())
                .isEqualTo(Reason.PERSON_AWAY);

        PersonId bert = world.person("Bert", look, 3);
        hold(bert);
        assertThat(consider(Recognised.surely(bert).event(world), look).reason())
                .isEqualTo(Reason.PERSON_AWAY);
        assertThat(consider(Recognised.surely(new PersonId(999_999)).event(world), look)
                        .reason())
                .isEqualTo(Reason.PERSON_AWAY);
    }

    @Test
    void a_face_like_one_that_is_not_theirs_is_not_learned() {
        FaceId rejected = world.keep(world.like(look, 0.8)).face();
        stores.run(() -> stores.changes.reject(rejected, anna, ANNA));

        assertThat(consider(Recognised.surely(anna).event(world), look).reason())
                .isEqualTo(Reason.REJECTED);
    }

    @Test
    void what_was_learned_teaches_nothing_and_too_few_faces_are_no_ground() {
        consider(Recognised.surely(anna).event(world), world.like(look, 0.75));
        later(Duration.ofHours(2));
        Embedding drifted = world.like(look, 0.5);

        assertThat(consider(Recognised.surely(anna).event(world), drifted).reason())
                .isEqualTo(Reason.NOT_GIVEN);
        assertThat(consider(Recognised.surely(world.person("Bert", look, 2)).event(world), look)
                        .reason())
                .isEqualTo(Reason.NOT_GIVEN);
    }

    @Test
    void all_that_was_learned_of_a_person_is_taken_back_at_once() {
        consider(Recognised.surely(anna).event(world), look);
        assertThat(learnedFaces()).hasSize(1);

        Forgotten forgotten = stores.in(() -> removals().forget(anna, 100, ANNA));

        assertThat(forgotten.faces()).isEqualTo(1);
        assertThat(forgotten.files()).containsExactlyElementsOf(files.keys);
        assertThat(learnedFaces()).isEmpty();
        assertThat(world.number("SELECT count(*) FROM face WHERE person_id = ?", anna.value()))
                .isEqualTo(3);
        assertThat(stores.audited).extracting(AuditEvent::action).contains("learned-faces.removed");
        assertThat(stores.in(() -> removals().forget(anna, 100, ANNA)).faces()).isZero();
    }

    @Test
    void what_a_camera_has_taught_goes_but_for_whom_a_hold_keeps() {
        PersonId bert = world.person("Bert", look, 3);
        consider(Recognised.surely(anna).event(world), look);
        consider(Recognised.surely(bert).event(world), look);
        hold(bert);

        Forgotten forgotten = stores.in(() -> removals().forget(world.camera, 100, ANNA));

        assertThat(forgotten.faces()).isEqualTo(1);
        assertThat(forgotten.held()).isEqualTo(1);
        assertThatThrownBy(() -> stores.in(() -> removals().forget(bert, 100, ANNA)))
                .isInstanceOf(PersonHeldException.class);
    }

    @Test
    void what_people_gave_to_somebody_else_is_learned_no_more() {
        FaceId learned = Objects.requireNonNull(
                consider(Recognised.surely(anna).event(world), look).face());
        PersonId bert = world.person("Bert", world.look(), 1);

        stores.run(() -> stores.changes.move(List.of(learned), bert, ANNA));

        assertThat(learnedFaces()).isEmpty();
        assertThat(stores.in(() -> removals().forget(world.camera, 100, ANNA)).faces())
                .isZero();
    }

    private List<LearnedFace> learnedFaces() {
        return stores.in(() -> learned().list(anna, 0, 100)).items();
    }

    private Lesson consider(RecognitionEvent event, Embedding seen) {
        var camera = Recognised.surely().camera(world.camera, world.cameraName, world.name, world.gallery);
        var learning = new AutoLearning(SETTINGS, learned(), stores.galleries, files);
        return stores.in(() -> learning.consider(camera, event, world.analyzed(seen, 0.9)));
    }

    private LearnedFaces learned() {
        return connected(new LearnedFaces(world.comparison, world.crops, SETTINGS, stores.audit(), clock));
    }

    private LearnedRemovals removals() {
        return connected(new LearnedRemovals(stores.removals, stores.audit()));
    }

    private void later(Duration passed) {
        clock = Clock.fixed(UnknownWorld.NOON.plus(passed), ZoneOffset.UTC);
    }

    private void hold(PersonId person) {
        world.change(
                "INSERT INTO legal_hold (person_id, reason, placed_by, placed_at) VALUES (?, 'case', 'grace', now())",
                person.value());
    }

    /** As the container injects its data source. */
    private static <T> T connected(T bean) {
        try {
            var field = bean.getClass().getDeclaredField("database");
            field.setAccessible(true);
            field.set(bean, stores.current());
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
