package org.semblance.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Box;

/**
 * A stored face as callers see it.
 *
 * @param person whose it is; null while nobody knows
 */
public record FaceSummary(
        FaceId id,
        @Nullable PersonId person,
        AssignedBy assignedBy,
        Box box,
        float confidence,
        float quality,
        ImageKey crop,
        Instant createdAt) {}
