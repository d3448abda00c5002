package org.semblance.jobs.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run that was asked for. */
@Schema(name = "JobStarted", description = "A run that was asked for")
public record JobStarted(
        @Schema(description = "Its id", examples = "42") long job) {}
