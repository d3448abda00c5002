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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.MergePatch;

/** One user. Nobody is deleted, for what they did names them: they are disabled. */
@Path("users/{user}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class UserResource {
    private final UserService users;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public UserResource() {
        this(null);
    }

    @Inject
    public UserResource(UserService users) {
        this.users = users;
    }

    @GET
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "getUser", summary = "Get a user")
    @APIResponse(responseCode = "200", description = "The user")
    public UserResponse get(@PathParam("user") UUID user) {
        return UserResponse.of(users.require(user));
    }

    @PATCH
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "changeUser",
            summary = "Change or disable a user",
            description = "Disabling counts from the user's next request, in every session.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = UserPatchBody.class)))
    @APIResponse(responseCode = "200", description = "The user as it is now")
    public UserResponse change(@PathParam("user") UUID user, @NotNull MergePatch patch, @BeanParam IfMatch match) {
        return UserResponse.of(users.change(user, UserPatchBody.read(patch), match.expected()));
    }

    @POST
    @Path("password-reset")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "resetPassword",
            summary = "Give a user a one-time password",
            description = "For whoever has forgotten theirs. Ends the user's sessions. Needs a recent step-up.")
    @APIResponse(responseCode = "200", description = "The user and the password")
    public UserResponse.WithPassword resetPassword(@PathParam("user") UUID user) {
        return UserResponse.WithPassword.of(users.resetPassword(user));
    }

    @POST
    @Path("roles")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "giveRole",
            summary = "Give a user a role",
            description = "Everywhere or in one gallery; you need its permissions as widely yourself, and a step-up.")
    @APIResponse(responseCode = "200", description = "The user as it is now")
    public UserResponse give(@PathParam("user") UUID user, @NotNull @Valid RoleGrantBody body) {
        return UserResponse.of(users.give(user, body.toGrant()));
    }

    @DELETE
    @Path("roles/{role}")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(operationId = "takeRole", summary = "Take a role from a user")
    @APIResponse(responseCode = "200", description = "The user as it is now")
    public UserResponse take(
            @PathParam("user") UUID user,
            @PathParam("role") String role,
            @Parameter(description = "The gallery in which the user has it; everywhere when left out")
                    @QueryParam("gallery")
                    @Nullable
                    String gallery) {
        return UserResponse.of(users.take(user, new RoleGrant(role, gallery)));
    }
}
