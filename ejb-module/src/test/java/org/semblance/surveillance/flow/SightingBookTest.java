package org.semblance.surveillance.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.flow.SightingBook.Noted;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

class SightingBookTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PersonId ADA = new PersonId(1);
    private static final PersonId BOB = new PersonId(2);
    private static final double RESEMBLING = 0.4;

    private final SightingBook book = new SightingBook();
    private final Camera door = camera(1, Duration.ofSeconds(30));

    @Test
    void somebody_who_stands_at_a_door_is_one_sighting() {
        Noted first = note(door, ADA, NOON);

        for (int i = 1; i <= 100; i++) {
            Noted next = note(door, ADA, NOON.plusSeconds(i));

            assertThat(next.isNew()).isFalse();
            assertThat(next.sighting()).isEqualTo(first.sighting());
        }
        assertThat(book.progress(door.id()))
                .containsExactly(new SightingBook.Progress(first.sighting(), NOON.plusSeconds(100), 100));
        assertThat(book.progress(door.id())).isEmpty();
    }

    @Test
    void who_comes_back_later_is_seen_anew() {
        Noted first = note(door, ADA, NOON);

        Noted later = note(door, ADA, NOON.plusSeconds(31));

        assertThat(first.isNew()).isTrue();
        assertThat(later.isNew()).isTrue();
        assertThat(later.sighting()).isNotEqualTo(first.sighting());
    }

    @Test
    void another_person_and_another_camera_are_other_sightings() {
        note(door, ADA, NOON);

        assertThat(note(door, BOB, NOON).isNew()).isTrue();
        assertThat(note(camera(2, Duration.ofSeconds(30)), ADA, NOON).isNew()).isTrue();
    }

    @Test
    void without_a_window_every_frame_is_its_own() {
        Camera eager = camera(3, Duration.ZERO);

        assertThat(note(eager, ADA, NOON).isNew()).isTrue();
        assertThat(note(eager, ADA, NOON).isNew()).isTrue();
    }

    @Test
    void an_unknown_face_goes_on_with_the_one_that_it_resembles() {
        Noted first = note(door, null, NOON, direction(1, 0));

        assertThat(note(door, null, NOON.plusSeconds(1), direction(0.9f, 0.3f)).sighting())
                .isEqualTo(first.sighting());
        assertThat(note(door, null, NOON.plusSeconds(1), direction(0, 1)).isNew())
                .isTrue();
    }

    @Test
    void a_poor_picture_of_somebody_recognised_before_is_no_stranger() {
        Noted known = note(door, ADA, NOON, direction(1, 0));

        Noted poor = note(door, null, NOON.plusSeconds(1), direction(0.6f, 0.8f));

        assertThat(poor.sighting()).isEqualTo(known.sighting());
    }

    @Test
    void who_may_pass_now_but_could_not_before_is_told_of_again() {
        var refused = new SightingBook.Face(ADA, false, direction(1, 0), 0.5, NOON, RESEMBLING);
        var admitted = new SightingBook.Face(ADA, true, direction(1, 0), 0.5, NOON.plusSeconds(2), RESEMBLING);
        note(door, refused);

        assertThat(note(door, admitted).isNew()).isTrue();
    }

    @Test
    void a_clearly_better_picture_is_worth_keeping_once() {
        note(door, new SightingBook.Face(ADA, null, direction(1, 0), 0.5, NOON, RESEMBLING));

        var better = new SightingBook.Face(ADA, null, direction(1, 0), 0.7, NOON.plusSeconds(1), RESEMBLING);

        assertThat(note(door, better).isBetter()).isTrue();
        assertThat(note(door, better).isBetter()).isFalse();
    }

    @Test
    void what_could_not_be_written_is_begun_again() {
        Noted first = note(door, ADA, NOON);
        book.with(door.id(), () -> {
            book.forget(door.id(), List.of(first.sighting()));
            return true;
        });

        assertThat(note(door, ADA, NOON.plusSeconds(1)).isNew()).isTrue();
    }

    @Test
    void whoever_stays_for_hours_is_seen_anew_every_hour() {
        long begun = 0;
        for (int minute = 0; minute < 180; minute++) {
            Instant at = NOON.plus(Duration.ofMinutes(minute));
            for (int second : new int[] {0, 20, 40}) {
                begun += note(door, ADA, at.plusSeconds(second)).isNew() ? 1 : 0;
            }
        }

        assertThat(begun).isEqualTo(3);
    }

    private Noted note(Camera camera, @Nullable PersonId person, Instant at) {
        return note(camera, person, at, direction(1, 0));
    }

    private Noted note(Camera camera, @Nullable PersonId person, Instant at, Embedding embedding) {
        return note(camera, new SightingBook.Face(person, null, embedding, 0.5, at, RESEMBLING));
    }

    private Noted note(Camera camera, SightingBook.Face face) {
        return book.with(camera.id(), () -> book.note(camera, face, UUID::randomUUID));
    }

    private static Embedding direction(float x, float y) {
        return Embedding.of(new ModelId("test/flat"), new float[] {x, y});
    }

    private static Camera camera(long id, Duration window) {
        var rules = new CameraRules(null, null, 0.3, false, window, true, false);
        var name = new CameraName("camera-" + id);
        return new Camera(new CameraId(id), name, "A camera", "", 7, new GalleryName("staff"), rules, true, NOON, 1);
    }
}
