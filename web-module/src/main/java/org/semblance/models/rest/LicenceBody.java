package org.semblance.models.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.pack.Licence;

/** Under which terms weights may be used. */
@Schema(name = "Licence", description = "Under which terms the weights may be used")
public record LicenceBody(
        @Schema(examples = "Apache-2.0") String terms,

        @Schema(description = "Where the terms can be read; left out when they are in the pack") @Nullable
        String url,

        @Schema(description = "Whether they forbid some uses, so that somebody has to accept them", examples = "false")
        boolean restricted,

        @Schema(description = "Who accepted them; left out while nobody has", examples = "admin") @Nullable
        String acceptedBy) {

    static LicenceBody of(Licence licence, @Nullable String acceptedBy) {
        return new LicenceBody(licence.terms(), licence.url(), licence.restricted(), acceptedBy);
    }
}
