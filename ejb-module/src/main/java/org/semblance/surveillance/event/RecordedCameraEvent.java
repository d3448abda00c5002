package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a camera, as it was written.
 *
 * @param galleryId gallery that the camera belongs to now
 */
public record RecordedCameraEvent(
        CameraEvent event, SeenBy camera, @Nullable Long galleryId, Instant recordedAt) implements Recorded {

    @Override
    public UUID id() {
        return event.id();
    }

    @Override
    public Instant at() {
        return event.at();
    }
}
