package org.semblance.surveillance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.surveillance.health.CameraHealthService;

/** How all cameras and servers are. */
@Path("surveillance/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Cameras")
public class SurveillanceHealthResource {
    private final CameraHealthService health;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public SurveillanceHealthResource() {
        this(null);
    }

    @Inject
    public SurveillanceHealthResource(CameraHealthService health) {
        this.health = health;
    }

    @GET
    @RolesAllowed(Permissions.CAMERA_READ)
    @Operation(operationId = "getSurveillanceHealth", summary = "Get how all cameras and servers are")
    @APIResponse(responseCode = "200", description = "Cameras by page, and every server")
    public SurveillanceHealthResponse get(@BeanParam PageParameters page) {
        return SurveillanceHealthResponse.of(health.look(page.after(), page.limit()));
    }
}
