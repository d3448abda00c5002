package org.semblance.surveillance.rest;

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
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraService;

/** Cameras: what watches, and by which rules. */
@Path("cameras")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Cameras")
public class CamerasResource {
    private final CameraService cameras;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CamerasResource() {
        this(null);
    }

    @Inject
    public CamerasResource(CameraService cameras) {
        this.cameras = cameras;
    }

    @GET
    @RolesAllowed(Permissions.CAMERA_READ)
    @Operation(operationId = "listCameras", summary = "List the cameras")
    @APIResponse(responseCode = "200", description = "Every camera, by name")
    public CameraResponse.All list() {
        return CameraResponse.All.of(cameras.list());
    }

    @POST
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(operationId = "createCamera", summary = "Set up a camera")
    @APIResponseSchema(
            value = CameraResponse.class,
            responseCode = "201",
            responseDescription = "The camera, at the address in the header Location")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Response create(@NotNull @Valid CameraRequest body, @Context UriInfo uri) {
        var camera = cameras.create(body.toNew());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(camera.name().value()).build())
                .entity(CameraResponse.of(camera))
                .build();
    }

    @GET
    @Path("{camera}")
    @RolesAllowed(Permissions.CAMERA_READ)
    @Operation(operationId = "getCamera", summary = "Get a camera")
    @APIResponse(responseCode = "200", description = "The camera")
    public CameraResponse get(@PathParam("camera") String camera) {
        return CameraResponse.of(cameras.require(new CameraName(camera)));
    }

    @PUT
    @Path("{camera}")
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(
            operationId = "changeCamera",
            summary = "Change a camera, from its next frame on",
            description = "What is left out becomes as it is for a new camera; the name stays.")
    @APIResponse(responseCode = "200", description = "The camera as it is now")
    public CameraResponse change(
            @PathParam("camera") String camera, @NotNull @Valid CameraRequest body, @BeanParam IfMatch match) {
        var name = new CameraName(camera);
        return CameraResponse.of(cameras.change(name, body.toChangeOf(name), match.expected()));
    }

    @DELETE
    @Path("{camera}")
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(
            operationId = "removeCamera",
            summary = "Remove a camera",
            description = "The keys of its agents are revoked, its frames refused. Its events stay as long as events "
                    + "are kept.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("camera") String camera, @BeanParam IfMatch match) {
        cameras.remove(new CameraName(camera), match.expected());
    }
}
