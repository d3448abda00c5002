package org.semblance.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access token and how to use it. */
@Schema(name = "Token", description = "An access token and how to use it")
public record TokenResponse(
        @Schema(
                description = "Send it as `Authorization: Bearer ...`",
                examples = "eyJraWQiOiI0ZTk2ZDM0YyIsImFsZyI6IlJTMjU2In0...")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "Seconds from now until it is no longer accepted", examples = "900")
        long expiresIn) {}
