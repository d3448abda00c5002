package org.semblance.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as callers see it.
 *
 * @param faces how many faces they have
 * @param cover the picture that stands for them; null while they have none
 * @param isRecognisable whether a decision may name them: the active model has embedded enough of their faces
 * @param deletedAt when they were deleted; null while they are there
 * @param version counts the changes of the person, faces aside
 */
public record PersonSummary(
        PersonId id,
        GalleryName gallery,
        PersonTraits traits,
        long faces,
        @Nullable Cover cover,
        boolean isRecognisable,
        Instant createdAt,
        @Nullable Instant deletedAt,
        int version) {

    public @Nullable String name() {
        return traits.name();
    }

    public @Nullable String externalId() {
        return traits.externalId();
    }
}
