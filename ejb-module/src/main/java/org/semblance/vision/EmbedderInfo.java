package org.semblance.vision;

/** What others must know of the active embedder. */
public record EmbedderInfo(ModelId model, int dimension, String sha256, Thresholds thresholds) {}
