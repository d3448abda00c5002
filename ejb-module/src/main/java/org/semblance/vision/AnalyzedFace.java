package org.semblance.vision;

/** One face with everything that the models say of it. */
public record AnalyzedFace(DetectedFace detected, AlignedFace aligned, Quality quality, Embedding embedding) {}
