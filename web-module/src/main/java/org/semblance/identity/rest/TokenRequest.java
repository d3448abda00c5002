package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Credentials;

/** Who wants to sign in. */
@Schema(name = "TokenRequest", description = "Who wants to sign in")
public record TokenRequest(
        @Schema(examples = "admin") @NotBlank String username,

        @Schema(format = "password", examples = "correct horse battery staple") @NotEmpty
        String password,

        @Schema(
                description = "What the authenticator app shows, or a recovery code, of whoever has one",
                examples = "287082")
        @Nullable
        String code) {

    Credentials toCredentials() {
        return new Credentials(username, password, code);
    }

    /** A session to go on with. */
    @Schema(name = "RefreshRequest", description = "The latest refresh token of a session")
    public record Refresh(
            @Schema(format = "password", examples = "sr_h0Yw2mJq...") @NotEmpty
            String refreshToken) {}

    /** The caller's password once more. */
    @Schema(name = "StepUp", description = "The caller's password once more, for sensitive work")
    public record StepUp(
            @Schema(format = "password", examples = "correct horse battery staple") @NotEmpty
            String password,

            @Schema(description = "Of whoever has an authenticator app", examples = "287082") @Nullable
            String code) {}
}
