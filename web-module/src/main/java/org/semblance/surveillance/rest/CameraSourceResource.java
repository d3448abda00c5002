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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.pull.SourceService;

/** Where a camera is read that sends nothing by itself. */
@Path("cameras/{camera}/source")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Cameras")
public class CameraSourceResource {
    private final SourceService sources;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CameraSourceResource() {
        this(null);
    }

    @Inject
    public CameraSourceResource(SourceService sources) {
        this.sources = sources;
    }

    @GET
    @RolesAllowed(Permissions.CAMERA_READ)
    @Operation(operationId = "getCameraSource", summary = "Get where a camera is read, and how that goes")
    @APIResponse(responseCode = "200", description = "The source, without its password")
    public CameraSourceResponse get(@PathParam("camera") String camera) {
        return CameraSourceResponse.of(sources.require(new CameraName(camera)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(
            operationId = "putCameraSource",
            summary = "Have a camera read",
            description =
                    "One of the servers reads it from the next second or two on, as long as the camera is enabled; "
                            + "what fails is tried again after 1 to 60 seconds.")
    @APIResponse(responseCode = "200", description = "The source as it is now")
    @APIResponse(responseCode = "422", description = "`address-refused`: the server does not go there")
    public CameraSourceResponse put(
            @PathParam("camera") String camera, @NotNull @Valid CameraSourceRequest body, @BeanParam IfMatch match) {
        return CameraSourceResponse.of(sources.put(new CameraName(camera), body.toNewSource(), match.expected()));
    }

    @DELETE
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(operationId = "deleteCameraSource", summary = "Have a camera read no more")
    @APIResponse(responseCode = "204", description = "No server reads it any more")
    public void delete(@PathParam("camera") String camera) {
        sources.remove(new CameraName(camera));
    }

    @POST
    @Path("test")
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(
            operationId = "testCameraSource",
            summary = "Read one frame of a camera now, to see whether it can be",
            description = "The frame is neither recognised nor kept. A camera that cannot be read is an answer, not an "
                    + "error.")
    @APIResponse(responseCode = "200", description = "What came, or why nothing did")
    public CameraSourceResponse.Trial test(@PathParam("camera") String camera) {
        return CameraSourceResponse.Trial.of(sources.test(new CameraName(camera)));
    }
}
