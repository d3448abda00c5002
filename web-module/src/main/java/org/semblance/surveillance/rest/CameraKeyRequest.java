package org.semblance.surveillance.rest;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.keys.KeyLimits;

/** A key that an agent is to have. */
@Schema(name = "CameraKeyRequest", description = "A key for the agent of a camera")
public record CameraKeyRequest(
        @Schema(description = "What people call it", maxLength = 100, examples = "Raspberry at the front door")
        @NotBlank
        String name,

        @Schema(
                description = "From when on it is refused; the configured lifetime of keys when left out",
                examples = "2026-12-31T23:59:59Z")
        @Nullable
        Instant expiresAt,

        @Schema(
                description = "Its own rate limit in units a minute; a frame costs as much as any recognition",
                minimum = "1",
                examples = "6000")
        @Nullable
        Integer unitsPerMinute,

        @Schema(description = "Its own quota for a day (UTC), likewise", minimum = "1", examples = "1000000") @Nullable
        Long unitsPerDay) {

    KeyLimits limits() {
        return new KeyLimits(unitsPerMinute, unitsPerDay);
    }
}
