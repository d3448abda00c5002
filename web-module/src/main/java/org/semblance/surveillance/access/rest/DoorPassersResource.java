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
import org.semblance.platform.rest.PageParameters;
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.DoorName;

/** Who would pass a door. */
@Path("doors/{door}/passers")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class DoorPassersResource {
    private final AccessQuestions questions;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public DoorPassersResource() {
        this(null);
    }

    @Inject
    public DoorPassersResource(AccessQuestions questions) {
        this.questions = questions;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(
            operationId = "listPassers",
            summary = "List who would pass a door at a time",
            description = "Of all persons whom the cameras of the door look for. A page looks at a thousand of them at "
                    + "most: it may hold few, or none, although there is a next one.")
    @APIResponse(responseCode = "200", description = "Some of those who would, and where to go on")
    public AccessResponse.Some list(
            @PathParam("door") String door, @BeanParam AtParameter when, @BeanParam PageParameters page) {
        return AccessResponse.Some.of(
                questions.passers(new DoorName(door), when.at(), page.after(), page.limit()));
    }
}
