package org.semblance.surveillance.access.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.PageParameters;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.DoorService;

/** Doors that open for those whom their cameras recognise. */
@Path("doors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class DoorsResource {
    private final DoorService doors;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public DoorsResource() {
        this(null);
    }

    @Inject
    public DoorsResource(DoorService doors) {
        this.doors = doors;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(operationId = "listDoors", summary = "List doors")
    @APIResponse(responseCode = "200", description = "Some of them, and where to go on")
    public DoorResponse.Some list(@BeanParam PageParameters page) {
        return DoorResponse.Some.of(doors.list(page.after(), page.limit()));
    }

    @POST
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "createDoor", summary = "Make a door")
    @APIResponseSchema(
            value = DoorResponse.class,
            responseCode = "201",
            responseDescription = "It, at the address in the header Location")
    public Response create(@NotNull @Valid DoorRequest body, @Context UriInfo uri) {
        var made = doors.create(body.toNew());
        return Response.created(uri.getAbsolutePathBuilder().path(made.name().value()).build())
                .entity(DoorResponse.of(made))
                .build();
    }

    @GET
    @Path("{door}")
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(operationId = "getDoor", summary = "Get a door")
    @APIResponse(responseCode = "200", description = "It as it is now")
    public DoorResponse get(@PathParam("door") String door) {
        return DoorResponse.of(doors.require(new DoorName(door)));
    }

    @PUT
    @Path("{door}")
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "changeDoor", summary = "Change a door")
    @APIResponse(responseCode = "200", description = "It as it is now")
    public DoorResponse change(
            @PathParam("door") String door, @NotNull @Valid DoorRequest body, @BeanParam IfMatch match) {
        return DoorResponse.of(doors.change(body.named(door), match.expected()));
    }

    @DELETE
    @Path("{door}")
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "deleteDoor", summary = "Delete a door, and the rules that hold nowhere else")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("door") String door, @BeanParam IfMatch match) {
        doors.remove(new DoorName(door), match.expected());
    }
}
