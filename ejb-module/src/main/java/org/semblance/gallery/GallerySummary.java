package org.semblance.gallery;

import java.time.Instant;

/**
 * A gallery as callers see it.
 *
 * @param version counts the changes of the gallery itself, not of what is in it
 */
public record GallerySummary(
        String name, String title, GalleryRules rules, long persons, long faces, Instant createdAt, int version) {}
