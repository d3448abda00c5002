package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.directory.RoleDefinition;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.rest.MergePatch;
import org.semblance.platform.rest.PatchFields;

/** A role to make. */
@Schema(name = "NewRole", description = "A role to make")
public record RoleRequest(
        @Schema(
                description = "Lower-case letters, digits and hyphens; never changes",
                pattern = "[a-z][a-z0-9-]{0,62}",
                examples = "night-guard")
        @NotBlank
        String name,

        @Schema(
                description = "What somebody with the role does, for whoever gives it",
                maxLength = 500,
                examples = "Watches the entrances at night")
        @NotBlank
        String description,

        @Schema(
                description = "What the role allows; only what you may do everywhere yourself",
                examples = "[\"search:run\", \"person:read\"]")
        @NotNull
        Set<String> permissions) {

    RoleDefinition toDefinition() {
        return new RoleDefinition(name, description, permissions);
    }

    /** What of a role to change; whatever is left out stays. */
    @Schema(name = "RolePatch", description = "What of a role to change; what is left out stays as it is")
    public record Patch(
            @Schema(maxLength = 500, examples = "Watches the entrances at night")
            String description,

            @Schema(description = "All that it is to allow", examples = "[\"search:run\"]")
            Set<String> permissions) {
        private static final Set<String> FIELDS = Set.of("description", "permissions");

        static Function<RoleSummary, RoleDefinition> read(MergePatch patch) {
            PatchFields fields = PatchFields.of(patch, FIELDS);
            return old -> new RoleDefinition(
                    old.name(),
                    fields.text("description", old.description()),
                    fields.texts("permissions", new TreeSet<>(old.permissions())));
        }
    }
}
