package org.semblance.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.RefreshService.Tokens;
import org.semblance.platform.rest.ShownOnce;

/** An access token and how to use it, and how to get the next. */
@Schema(name = "Token", description = "An access token and how to use it, and how to get the next")
public record TokenResponse(
        @Schema(
                description = "Send it as `Authorization: Bearer ...`",
                examples = "eyJraWQiOiI0ZTk2ZDM0YyIsImFsZyI6IlJTMjU2In0...")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "Seconds from now until it is no longer accepted", examples = "900")
        long expiresIn,

        @Schema(
                description = "Gets the next tokens (`POST /api/v1/auth/refresh`), once; keep it like a password",
                examples = "sr_h0Yw2mJq...")
        String refreshToken)
        implements ShownOnce {

    static TokenResponse of(Tokens tokens) {
        return new TokenResponse(
                tokens.accessToken(), "Bearer", tokens.accessLifetime().toSeconds(), tokens.refreshToken());
    }
}
