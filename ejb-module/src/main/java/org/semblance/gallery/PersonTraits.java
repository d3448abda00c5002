package org.semblance.gallery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a person besides faces. */
public record PersonTraits(
        @Nullable String name,
        @Nullable String externalId,
        Metadata metadata,
        boolean publicFigure,
        @Nullable UUID userId) {}
