package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.storage.ImageKey;

/**
 * Somebody whom a few letters led to, in whichever gallery they are.
 *
 * @param picture what stands for them; null while they have no face
 */
public record PersonFound(
        PersonId id,
        GalleryName gallery,
        String galleryTitle,
        @Nullable String name,
        @Nullable String externalId,
        @Nullable ImageKey picture) {}
