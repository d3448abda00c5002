package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleGrant;

/** A role that a user has or gets. */
@Schema(name = "RoleGrant", description = "A role, everywhere or in one gallery")
public record RoleGrantBody(
        @Schema(examples = "enroller") @NotBlank String role,

        @Schema(description = "The only gallery in which it holds; everywhere when left out", examples = "staff")
        @Nullable
        String gallery) {

    RoleGrant toGrant() {
        return new RoleGrant(role, gallery);
    }

    static RoleGrantBody of(RoleGrant grant) {
        return new RoleGrantBody(grant.role(), grant.gallery());
    }
}
