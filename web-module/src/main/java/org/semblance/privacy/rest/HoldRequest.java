package org.semblance.privacy.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A legal hold to place. */
@Schema(name = "NewHold", description = "An order to keep everything that is held of a person")
public record HoldRequest(
        @Schema(description = "Why, such as the reference of a case", maxLength = 500, examples = "Case 2026/4711")
        @NotNull
        String reason,

        @Schema(
                description = "When it ends by itself; left out, it stays until it is released",
                examples = "2027-01-01T00:00:00Z")
        @Nullable
        Instant until) {}
