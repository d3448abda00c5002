package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.semblance.surveillance.CameraId;

/**
 * Something that happened to a camera rather than before it.
 *
 * @param id made where it happened (version 7), so that writing it twice leaves one
 * @param details numbers, codes and times; no names
 */
public record CameraEvent(UUID id, Instant at, CameraId camera, Type type, Map<String, String> details) {
    public CameraEvent {
        details = Map.copyOf(details);
    }

    /** What happened. */
    public enum Type {
        /** Made, changed, enabled, disabled or removed by people. */
        CREATED,
        CHANGED,
        ENABLED,
        DISABLED,
        REMOVED,
        /** Its first sign of life, or the first after it was offline. */
        ONLINE,
        /** Nothing was heard of it for too long. */
        OFFLINE,
        /** A frame could not be read. */
        FRAME_CORRUPT,
        /** Its clock is too wrong to go by. */
        CLOCK_SKEWED,
        /** Its stream or snapshot cannot be read; and can be again. */
        SOURCE_FAILED,
        SOURCE_RESTORED
    }
}
