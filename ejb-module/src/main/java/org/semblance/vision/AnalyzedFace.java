package org.semblance.vision;

import org.jspecify.annotations.Nullable;

/**
 * One face with everything that the models say of it.
 *
 * @param liveness null when nobody asked for it
 */
public record AnalyzedFace(
        DetectedFace detected,
        AlignedFace aligned,
        Quality quality,
        Embedding embedding,
        @Nullable Liveness liveness) {

    public AnalyzedFace(DetectedFace detected, AlignedFace aligned, Quality quality, Embedding embedding) {
        this(detected, aligned, quality, embedding, null);
    }

    /** A face that was found, with its embedding. */
    public static AnalyzedFace of(FoundFace found, Embedding embedding) {
        return new AnalyzedFace(found.detected(), found.aligned(), found.quality(), embedding, found.liveness());
    }
}
