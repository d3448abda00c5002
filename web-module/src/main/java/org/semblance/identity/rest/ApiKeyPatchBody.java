package org.semblance.identity.rest;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.keys.ApiKeyPatch;
import org.semblance.identity.keys.KeyName;

/** What to change of a key. */
@Schema(name = "ApiKeyPatch", description = "What to change of a key: what is left out stays")
public record ApiKeyPatchBody(
        @Schema(maxLength = 100, examples = "Camera gate 2") @Nullable
        String name,

        @Schema(description = ApiKeyResponse.EXPIRY, examples = "2026-12-31T23:59:59Z") @Nullable
        Instant expiresAt) {

    ApiKeyPatch toPatch() {
        return new ApiKeyPatch(Optional.ofNullable(name).map(KeyName::new), Optional.ofNullable(expiresAt));
    }
}
