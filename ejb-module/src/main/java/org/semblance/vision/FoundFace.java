package org.semblance.vision;

/** One face as the detector saw it, with its aligned crop and quality; no embedding was asked for. */
public record FoundFace(DetectedFace detected, AlignedFace aligned, Quality quality) {}
