package org.semblance.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person as callers see it. */
public record PersonSummary(
        PersonId id, @Nullable String name, @Nullable String externalId, long faces, Instant createdAt) {}
