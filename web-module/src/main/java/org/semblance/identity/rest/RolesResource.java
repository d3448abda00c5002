package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.directory.RoleService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.MergePatch;

/** Roles: the bundles of permissions that users are given. */
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class RolesResource {
    private final RoleService roles;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RolesResource() {
        this(null);
    }

    @Inject
    public RolesResource(RoleService roles) {
        this.roles = roles;
    }

    @GET
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "listRoles", summary = "List the roles")
    @APIResponse(responseCode = "200", description = "Every role")
    public RoleResponse.All list() {
        return RoleResponse.All.of(roles.list());
    }

    @POST
    @RolesAllowed(Permissions.ROLE_MANAGE)
    @Operation(
            operationId = "createRole",
            summary = "Make a role",
            description = "It allows nothing that you may not do everywhere yourself. Needs a recent step-up.")
    @APIResponseSchema(
            value = RoleResponse.class,
            responseCode = "201",
            responseDescription = "The role, at the address in the header Location")
    public Response create(@NotNull @Valid RoleRequest body, @Context UriInfo uri) {
        var role = roles.create(body.toDefinition());
        return Response.created(uri.getAbsolutePathBuilder().path(role.name()).build())
                .entity(RoleResponse.of(role))
                .build();
    }

    @GET
    @Path("{role}")
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "getRole", summary = "Get a role")
    @APIResponse(responseCode = "200", description = "The role")
    public RoleResponse get(@PathParam("role") String role) {
        return RoleResponse.of(roles.require(role));
    }

    @PATCH
    @Path("{role}")
    @RolesAllowed(Permissions.ROLE_MANAGE)
    @Operation(
            operationId = "changeRole",
            summary = "Change a role",
            description = "Counts from the next request of everybody who has it. Needs a recent step-up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RoleRequest.Patch.class)))
    @APIResponse(responseCode = "200", description = "The role as it is now")
    public RoleResponse change(@PathParam("role") String role, @NotNull MergePatch patch, @BeanParam IfMatch match) {
        return RoleResponse.of(roles.change(role, RoleRequest.Patch.read(patch), match.expected()));
    }

    @DELETE
    @Path("{role}")
    @RolesAllowed(Permissions.ROLE_MANAGE)
    @Operation(operationId = "deleteRole", summary = "Delete a role that nobody has")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("role") String role) {
        roles.delete(role);
    }
}
