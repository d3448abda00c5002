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
}
