package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants to sign in. */
@Schema(name = "TokenRequest", description = "Who wants to sign in")
public record TokenRequest(
        @Schema(examples = "admin") @NotBlank String username,

        @Schema(format = "password", examples = "correct horse battery staple") @NotEmpty
        String password) {}
