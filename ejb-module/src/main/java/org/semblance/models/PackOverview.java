package org.semblance.models;

import org.semblance.vision.install.InstalledPack;

/**
 * An installed pack and what it is used for.
 *
 * @param isActive whether it is in use
 * @param isPending whether it is about to be
 */
public record PackOverview(InstalledPack installed, boolean isActive, boolean isPending) {}
