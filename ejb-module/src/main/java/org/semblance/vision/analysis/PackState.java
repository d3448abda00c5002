package org.semblance.vision.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Whether photos can be analyzed.
 *
 * @param pack name of the pack in use, or of the one that should be
 * @param isReady whether its models are loaded
 * @param problem why the wanted models are not loaded, should older ones be in use instead or none; null otherwise
 */
public record PackState(
        String pack, boolean isReady, @Nullable String problem) {}
