package org.semblance.vision.pack;

import org.jspecify.annotations.Nullable;

/**
 * A directory that claims to be a pack.
 *
 * @param pack what it holds; null when it is invalid
 * @param problem why it is invalid; null when it is not
 */
public record ListedPack(
        String name, @Nullable ModelPack pack, @Nullable String problem) {}
