package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;

/** What roles are made of. */
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class PermissionsResource {

    public PermissionsResource() {}

    @GET
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "listPermissions", summary = "List what a role may allow")
    @APIResponse(responseCode = "200", description = "Every permission and what it allows")
    public PermissionResponse.All list() {
        return PermissionResponse.All.list();
    }
}
