package org.semblance.models.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pack to use. */
@Schema(name = "NewActivation", description = "A model pack to use")
public record ActivationRequest(
        @Schema(description = "Name of an installed pack", examples = "yunet-sface") @NotBlank
        String pack,

        @Schema(
                description =
                        "Whether you accept the licence, should that forbid some uses and nobody have accepted it",
                defaultValue = "false",
                examples = "false")
        boolean acceptLicence,

        @Schema(
                description =
                        "Whether to go on although some stored faces cannot be embedded again, and so are not found "
                                + "any more",
                defaultValue = "false",
                examples = "false")
        boolean allowSkipped) {}
