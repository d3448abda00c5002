package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.UUID;

/** A place in a list of events: before everything that happened earlier. */
public record EventMark(Instant at, UUID id) {
    public static EventMark of(Recorded event) {
        return new EventMark(event.at(), event.id());
    }
}
