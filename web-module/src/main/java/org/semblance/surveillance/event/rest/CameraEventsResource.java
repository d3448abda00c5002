package org.semblance.surveillance.event.rest;

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
import org.semblance.surveillance.event.EventService;

/** What happened to cameras. */
@Path("events/cameras")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Events")
public class CameraEventsResource {
    private final EventService events;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CameraEventsResource() {
        this(null);
    }

    @Inject
    public CameraEventsResource(EventService events) {
        this.events = events;
    }

    @GET
    @RolesAllowed(Permissions.EVENT_READ)
    @Operation(
            operationId = "listCameraEvents",
            summary = "List what happened to cameras, the newest first",
            description = "Cameras that were set up, changed and removed, came online and went offline, or cannot be"
                    + " read, in the galleries that the caller may look into.")
    @APIResponse(responseCode = "200", description = "Some of the events, and where to go on")
    @APIResponse(responseCode = "404", ref = "Problem")
    public CameraEventResponse.Some list(@BeanParam CameraEventParameters wanted, @BeanParam EventPageParameters page) {
        return CameraEventResponse.Some.of(events.list(wanted.query(), page.after(), page.limit()));
    }
}
