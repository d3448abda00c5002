package org.semblance.vision.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Whether photos can be analyzed.
 *
 * @param pack name of the active pack
 * @param problem why its models are not loaded; null when they are
 */
public record PackState(String pack, @Nullable String problem) {

    public boolean isReady() {
        return problem == null;
    }
}
