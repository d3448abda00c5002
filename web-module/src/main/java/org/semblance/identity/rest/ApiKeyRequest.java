package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.NewApiKey;

/** A key that somebody wants for a program. */
@Schema(name = "ApiKeyRequest", description = "A key that a program is to have")
public record ApiKeyRequest(
        @Schema(description = "What people call it", maxLength = 100, examples = "Camera gate") @NotBlank
        String name,

        @Schema(
                description = "What it may do where you may: some of your own permissions",
                examples = "[\"search:run\", \"person:read\"]")
        @NotNull
        List<@NotBlank String> permissions,

        @Schema(
                description = "Names of the only galleries that it is for; left out, it counts wherever you may act",
                examples = "[\"staff\"]")
        @Nullable
        List<@NotBlank String> galleries,

        @Schema(description = ApiKeyResponse.EXPIRY, examples = "2026-12-31T23:59:59Z") @Nullable
        Instant expiresAt,

        @Schema(description = ApiKeyResponse.PER_MINUTE, minimum = "1", examples = "6000") @Nullable
        Integer unitsPerMinute,

        @Schema(description = ApiKeyResponse.PER_DAY, minimum = "1", examples = "1000000") @Nullable
        Long unitsPerDay) {

    NewApiKey toNewKey() {
        return new NewApiKey(
                new KeyName(name),
                Set.copyOf(permissions),
                Optional.ofNullable(galleries).map(Set::copyOf),
                Optional.ofNullable(expiresAt),
                new KeyLimits(unitsPerMinute, unitsPerDay));
    }
}
