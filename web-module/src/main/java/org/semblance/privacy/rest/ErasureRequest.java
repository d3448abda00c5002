package org.semblance.privacy.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to erase. */
@Schema(name = "NewErasure", description = "Somebody to erase from every store")
public record ErasureRequest(
        @Schema(description = "The person", examples = "1815") @NotNull
        Long person) {}
