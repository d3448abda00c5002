package org.semblance.gallery;

import org.jspecify.annotations.Nullable;

/** Somebody whom a few letters led to, in whichever gallery they are. */
public record PersonFound(
        PersonId id,
        GalleryName gallery,
        String galleryTitle,
        @Nullable String name,
        @Nullable String externalId) {}
