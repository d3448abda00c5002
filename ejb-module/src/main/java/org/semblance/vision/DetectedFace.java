package org.semblance.vision;

/** Where a face is, and how sure the detector is of it (0 to 1). */
public record DetectedFace(Box box, Landmarks landmarks, float confidence) {}
