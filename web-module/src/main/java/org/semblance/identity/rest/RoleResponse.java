package org.semblance.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.rest.Tagged;

/** A role as callers see it. */
@Schema(name = "Role", description = "A named bundle of permissions that users are given, everywhere or in a gallery")
public record RoleResponse(
        @Schema(examples = "night-guard") String name,
        @Schema(examples = "Watches the entrances at night") String description,

        @Schema(description = "Whether it came with the product, and stays as it is", examples = "false")
        boolean builtIn,

        @Schema(description = "What it allows", examples = "[\"person:read\", \"search:run\"]")
        List<String> permissions,

        @Schema(description = "How many users have it somewhere", examples = "4")
        long users,

        @Schema(description = "How often it was changed", examples = "0")
        int version)
        implements Tagged {

    static RoleResponse of(RoleSummary role) {
        return new RoleResponse(
                role.name(),
                role.description(),
                role.isBuiltIn(),
                role.permissions(),
                role.usage().users(),
                role.usage().version());
    }

    @Override
    public String entityTag() {
        return version + "-" + users;
    }

    /** All of them: there are never many. */
    @Schema(name = "Roles", description = "Every role, those that came with the product first")
    public record All(List<RoleResponse> items) {
        static All of(List<RoleSummary> roles) {
            return new All(roles.stream().map(RoleResponse::of).toList());
        }
    }
}
