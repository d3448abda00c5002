package org.semblance.surveillance.access;

import java.time.Instant;
import java.util.Set;
import org.semblance.surveillance.CameraId;

/**
 * A door, gate or turnstile, and what watches it.
 *
 * @param cameras those that watch it and are not removed
 * @param galleries numbers of the galleries whose persons these recognise
 */
public record Door(
        long id, NewDoor said, Set<CameraId> cameras, Set<Long> galleries, Instant createdAt, int version) {
    public Door {
        cameras = Set.copyOf(cameras);
        galleries = Set.copyOf(galleries);
    }

    public DoorName name() {
        return said.name();
    }
}
