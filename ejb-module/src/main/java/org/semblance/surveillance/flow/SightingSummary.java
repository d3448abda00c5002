package org.semblance.surveillance.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.storage.ImageKey;

/**
 * How long somebody was before a camera.
 *
 * @param lastSeen when the last frame was taken, some seconds late
 * @param picture the best one; null once it is removed
 */
public record SightingSummary(
        UUID id, Instant lastSeen, int frames, @Nullable ImageKey picture) {}
