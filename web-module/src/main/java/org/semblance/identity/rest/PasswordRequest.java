package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Credentials;

/** A new password of whoever knows the current one. */
@Schema(name = "PasswordChange", description = "A new password, from whoever knows the current one")
public record PasswordRequest(
        @Schema(examples = "admin") @NotBlank String username,

        @Schema(format = "password", examples = "the one-time password") @NotEmpty
        String currentPassword,

        @Schema(
                format = "password",
                description = "At least twelve characters, not the user's name, not one that everybody tries",
                examples = "correct horse battery staple")
        @NotEmpty
        String newPassword,

        @Schema(description = "Of whoever has an authenticator app", examples = "287082") @Nullable
        String code) {

    Credentials current() {
        return new Credentials(username, currentPassword, code);
    }
}
