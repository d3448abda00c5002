package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.directory.UserService;
import org.semblance.platform.Permissions;

/** Who may sign in. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class UsersResource {
    private final UserService users;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public UsersResource() {
        this(null);
    }

    @Inject
    public UsersResource(UserService users) {
        this.users = users;
    }

    @GET
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "listUsers", summary = "List users")
    @APIResponse(responseCode = "200", description = "Some of the users, and where to go on")
    public UserResponse.Some list(@BeanParam UserParameters wanted) {
        return UserResponse.Some.of(users.list(wanted.query()));
    }

    @POST
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "createUser",
            summary = "Make a user",
            description = "With a one-time password, which the user replaces at the first sign-in. You can give only "
                    + "roles whose permissions you have as widely yourself. Needs a recent step-up.")
    @APIResponseSchema(
            value = UserResponse.WithPassword.class,
            responseCode = "201",
            responseDescription = "The user, at the address in the header Location, and the password")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Response create(@NotNull @Valid UserRequest body, @Context UriInfo uri) {
        var made = users.create(body.toNewUser());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.user().id().toString())
                        .build())
                .entity(UserResponse.WithPassword.of(made))
                .build();
    }
}
