package org.semblance.surveillance.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.storage.ImageKey;

/**
 * Whom a camera saw last.
 *
 * @param event that tells of it
 * @param picture of the sighting; null once it is removed
 */
public record LastSight(UUID event, Instant at, @Nullable ImageKey picture) {}
