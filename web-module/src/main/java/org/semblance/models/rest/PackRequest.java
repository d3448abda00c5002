package org.semblance.models.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pack to fetch and install. */
@Schema(name = "NewModelPack", description = "A model pack to fetch and install")
public record PackRequest(
        @Schema(
                description =
                        "Its name in the catalogue, or the https address of a ZIP archive with a `pack.yaml` or of a "
                                + "manifest that says where its files come from",
                examples = "yunet-sface")
        @NotBlank
        @Size(max = 500)
        String source,

        @Schema(
                description = "Whether you accept the licence, should that forbid some uses",
                defaultValue = "false",
                examples = "false")
        boolean acceptLicence) {}
