package org.semblance.vision;

/**
 * What others must know of the active embedder.
 *
 * @param threshold similarity above which two faces are taken for one person, at a false accept rate of 1e-3
 */
public record EmbedderInfo(ModelId model, int dimension, String sha256, double threshold) {}
