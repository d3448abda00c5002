package org.semblance.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gallery as callers see it. */
public record GallerySummary(
        String name,
        String title,
        @Nullable Double threshold,
        double margin,
        double minQuality,
        long persons,
        long faces,
        Instant createdAt) {}
