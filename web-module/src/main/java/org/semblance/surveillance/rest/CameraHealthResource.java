package org.semblance.surveillance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.health.CameraHealthService;

/** Whether a camera is heard of. */
@Path("cameras/{camera}/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Cameras")
public class CameraHealthResource {
    private final CameraHealthService health;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CameraHealthResource() {
        this(null);
    }

    @Inject
    public CameraHealthResource(CameraHealthService health) {
        this.health = health;
    }

    @GET
    @RolesAllowed(Permissions.CAMERA_READ)
    @Operation(
            operationId = "getCameraHealth",
            summary = "Get whether a camera is heard of",
            description = "A camera that is silent for longer than `semblance.surveillance.silence` is offline; camera "
                    + "events tell when that begins and ends.")
    @APIResponse(responseCode = "200", description = "How the camera is")
    public CameraHealthResponse get(@PathParam("camera") String camera) {
        return CameraHealthResponse.of(health.require(new CameraName(camera)));
    }
}
