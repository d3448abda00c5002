package org.semblance.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.platform.PermissionTexts;
import org.semblance.platform.Permissions;

/** A permission and what it allows. */
@Schema(name = "Permission", description = "What a role may allow")
public record PermissionResponse(
        @Schema(examples = "search:run") String name,

        @Schema(description = "What it allows, for people", examples = "Find out who is in a photo")
        String description) {

    /** All of them. */
    @Schema(name = "Permissions", description = "Every permission there is")
    public record All(List<PermissionResponse> items) {
        static All list() {
            return new All(Permissions.ALL.stream()
                    .map(name -> new PermissionResponse(name, PermissionTexts.of(name)))
                    .toList());
        }
    }
}
