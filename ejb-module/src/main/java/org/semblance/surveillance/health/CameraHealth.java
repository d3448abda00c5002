package org.semblance.surveillance.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.Camera;

/**
 * How a camera is.
 *
 * @param lastSeen when its last frame came; null when none ever did
 * @param since since when it is so; null when it was never heard of
 * @param framesInLastMinute on all servers
 */
public record CameraHealth(
        Camera camera,
        CameraState.Status status,
        @Nullable Instant lastSeen,
        @Nullable Instant since,
        int framesInLastMinute) {}
