package org.semblance.surveillance.health;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.semblance.surveillance.CameraId;

/**
 * What a server has heard of cameras when it looks after them.
 *
 * @param ages how long ago it had the last frame of each that it heard of since it looked last
 * @param fresh those that some server has told of within the silence
 * @param silence from when on a camera is offline
 * @param isGrace whether nobody goes offline yet, because this server has not listened for long enough
 */
public record Signs(Map<CameraId, Duration> ages, Set<CameraId> fresh, Duration silence, boolean isGrace) {
    public Signs {
        ages = Map.copyOf(ages);
        fresh = Set.copyOf(fresh);
    }
}
