package org.semblance.vision.pack;

import org.jspecify.annotations.Nullable;

/**
 * How to run an embedder.
 *
 * @param name of the model within its pack; changes whenever the weights or the preprocessing do
 * @param dimension numbers in one embedding
 * @param output name of the model's output; null when it has only one
 */
public record EmbedderSpec(
        String name,
        ModelFile file,
        InputSpec input,
        int dimension,
        @Nullable String output) {}
