package org.semblance.vision.pack;

/**
 * How to run an embedder.
 *
 * @param name of the model within its pack; changes whenever the weights or the preprocessing do
 * @param dimension numbers in one embedding
 * @param output name of the model's output
 */
public record EmbedderSpec(String name, ModelFile file, InputSpec input, int dimension, String output) {}
