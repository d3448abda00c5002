package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it was written, with what is called what now. */
public sealed interface Recorded permits RecordedRecognition, RecordedCameraEvent {

    UUID id();

    Instant at();

    SeenBy camera();

    /** The gallery that it belongs to; null where its camera is not known. */
    @Nullable
    Long galleryId();

    Instant recordedAt();

    /**
     * The camera, as it is called now.
     *
     * @param name null when it is not known, as after the restore of an older database
     */
    record SeenBy(long id, @Nullable String name, @Nullable String title) {}
}
