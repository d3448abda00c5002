package org.semblance.surveillance.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Photo;

/**
 * A picture that a camera took.
 *
 * @param id made where it arrived (version 7)
 * @param takenAt by the camera's clock, which may be wrong; null for when it arrived
 * @param sentAt what the camera's clock showed when it sent the picture; null where nobody said
 * @param arrivedAt by ours
 */
public record Frame(
        UUID id,
        Photo photo,
        @Nullable Instant takenAt,
        @Nullable Instant sentAt,
        Instant arrivedAt) {

    /** Taken just now. */
    public Frame(UUID id, Photo photo, Instant takenAt, Instant arrivedAt) {
        this(id, photo, takenAt, null, arrivedAt);
    }
}
