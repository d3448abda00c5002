package org.semblance.vision.pack;

import org.jspecify.annotations.Nullable;

/**
 * Under which terms weights may be used.
 *
 * @param terms as an SPDX expression or in words
 * @param url where the terms can be read; null when they are in the pack
 * @param restricted whether they forbid some uses, so that somebody has to accept them before the pack is used
 */
public record Licence(String terms, @Nullable String url, boolean restricted) {}
