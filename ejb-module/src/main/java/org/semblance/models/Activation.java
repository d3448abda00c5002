package org.semblance.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobRunId;
import org.semblance.vision.ModelId;

/**
 * A request to use a pack.
 *
 * @param model its embedder; null until the pack has been read
 * @param allowSkipped whether faces that cannot be embedded again may be lost to search
 * @param endedAt when it came into use or failed
 * @param execution run of the job that embeds the stored faces; null when there was nothing to embed
 * @param problem why it failed, and what to do; null when it did not
 */
public record Activation(
        long id,
        String pack,
        @Nullable ModelId model,
        ActivationState state,
        boolean allowSkipped,
        Actor requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable JobRunId execution,
        @Nullable String problem) {}
