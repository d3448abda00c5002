package org.semblance.models;

/**
 * How far a request to use a pack has come.
 *
 * @param left stored faces that its model has still to embed
 * @param skipped stored faces that it could not embed; they are found by the old model only
 */
public record ActivationProgress(Activation activation, long left, long skipped) {}
