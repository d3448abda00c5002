package org.semblance.vision;

import org.jspecify.annotations.Nullable;

/**
 * One face as the detector saw it, with its aligned crop and quality; no embedding was asked for.
 *
 * @param liveness null when nobody asked for it
 */
public record FoundFace(
        DetectedFace detected,
        AlignedFace aligned,
        Quality quality,
        @Nullable Liveness liveness) {}
