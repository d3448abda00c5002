package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recognition as it was written.
 *
 * @param gallery name of the gallery; null when that is gone
 * @param person whom it shows; null when it is nobody known, or somebody erased
 */
public record RecordedRecognition(
        RecognitionEvent event,
        SeenBy camera,
        @Nullable String gallery,
        @Nullable Seen person,
        Instant recordedAt) implements Recorded {

    /**
     * Somebody as they are known now.
     *
     * @param id of the survivor of merges
     * @param name null where they have none or were deleted
     */
    public record Seen(long id, @Nullable String name) {}

    @Override
    public UUID id() {
        return event.id();
    }

    @Override
    public Instant at() {
        return event.at();
    }

    @Override
    public Long galleryId() {
        return event.galleryId();
    }
}
