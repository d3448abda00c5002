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
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.DoorName;

/** Whether somebody would pass a door. */
@Path("doors/{door}/access")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class DoorAccessResource {
    private final AccessQuestions questions;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public DoorAccessResource() {
        this(null);
    }

    @Inject
    public DoorAccessResource(AccessQuestions questions) {
        this.questions = questions;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(
            operationId = "explainAccess",
            summary = "Tell whether somebody would pass a door, and why",
            description = "Decided by the very rules that the server has in its memory for the cameras.")
    @APIResponse(responseCode = "200", description = "What would be decided, by which rule, and when they may pass next")
    public AccessResponse explain(
            @PathParam("door") String door, @BeanParam PersonParameter who, @BeanParam AtParameter when) {
        return AccessResponse.of(questions.explain(new DoorName(door), who.person(), when.at()));
    }
}
