package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** What every log of events promises. */
abstract class EventLogContract {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
    private static final CameraId CAMERA = new CameraId(7);

    abstract EventLog log();

    abstract List<RecognitionEvent> recognitions();

    abstract List<CameraEvent> cameraEvents();

    /** Somebody who is there. */
    abstract PersonId person();

    @Test
    void keeps_every_word_of_a_recognition() {
        var verdict = new Verdict(
                Outcome.MATCHED,
                "clear",
                person(),
                UUID.randomUUID(),
                true,
                0.8123456789,
                0.3,
                0.5,
                0.05,
                0.9,
                0.99,
                "made-up/1");
        var event = new RecognitionEvent(
                UUID.randomUUID(),
                NOON,
                CAMERA,
                3,
                verdict,
                UUID.randomUUID(),
                new AccessOutcome("main-door", false, "user-disabled", 12L),
                true);

        log().append(List.of(event));

        assertThat(recognitions()).containsExactly(event);
    }

    @Test
    void keeps_what_is_not_known_as_not_known() {
        var event = unknown();

        log().append(List.of(event));

        assertThat(recognitions()).containsExactly(event);
    }

    @Test
    void passes_over_what_is_there_already() {
        var one = unknown();
        var other = unknown();

        log().append(List.of(one));
        log().append(List.of(one, other, one));

        assertThat(recognitions()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void takes_no_events_at_all() {
        log().append(List.of());

        assertThat(recognitions()).isEmpty();
    }

    @Test
    void keeps_what_happened_to_a_camera_once() {
        var event = new CameraEvent(
                UUID.randomUUID(), NOON, CAMERA, CameraEvent.Type.SOURCE_FAILED, Map.of("status", "404", "tries", "3"));

        log().append(event);
        log().append(event);

        assertThat(cameraEvents()).containsExactly(event);
    }

    private static RecognitionEvent unknown() {
        var verdict = new Verdict(
                Outcome.UNKNOWN, "nobody-enrolled", null, null, false, null, null, 0.5, 0.05, 0.4, null, "made-up/1");
        return new RecognitionEvent(UUID.randomUUID(), NOON, CAMERA, 3, verdict, UUID.randomUUID(), null, false);
    }
}
