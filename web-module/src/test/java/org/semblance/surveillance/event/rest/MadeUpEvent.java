package org.semblance.surveillance.event.rest;

import java.time.Instant;
import java.util.UUID;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.surveillance.event.Recorded.SeenBy;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.event.RecordedRecognition.Seen;

/** Somebody whose name a spreadsheet would compute, before a door. */
final class MadeUpEvent {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private MadeUpEvent() {}

    static RecordedRecognition of(String name) {
        var verdict = new Verdict(
                Outcome.MATCHED,
                "clear",
                new PersonId(4711),
                new UUID(0, 2),
                true,
                0.83712,
                null,
                0.5,
                0.05,
                0.7,
                null,
                "made-up/1");
        var event = new RecognitionEvent(
                new UUID(0, 1),
                NOON,
                new CameraId(7),
                3,
                verdict,
                new UUID(0, 3),
                new AccessOutcome("main", false, "user-disabled", 12L),
                true);
        return new RecordedRecognition(event, new SeenBy(7, "door", "Door"), "staff", new Seen(4711, name), NOON);
    }
}
