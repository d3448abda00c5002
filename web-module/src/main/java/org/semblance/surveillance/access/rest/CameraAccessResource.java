package org.semblance.surveillance.access.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.semblance.surveillance.access.AccessQuestions;

/** Whether somebody would pass the door that a camera watches. */
@Path("cameras/{camera}/access")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class CameraAccessResource {
    private final AccessQuestions questions;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CameraAccessResource() {
        this(null);
    }

    @Inject
    public CameraAccessResource(AccessQuestions questions) {
        this.questions = questions;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(
            operationId = "explainAccessAtCamera",
            summary = "Tell whether somebody would pass the door that a camera watches, and why")
    @APIResponse(responseCode = "200", description = "What would be decided, by which rule, and when they may pass next")
    public AccessResponse explain(
            @PathParam("camera") String camera, @BeanParam PersonParameter who, @BeanParam AtParameter when) {
        return AccessResponse.of(questions.explain(new CameraName(camera), who.person(), when.at()));
    }
}
