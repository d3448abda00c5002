package org.semblance.surveillance.event.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.event.rest.RecognitionResponse.Sight;
import org.semblance.surveillance.flow.SightingService;
import org.semblance.surveillance.flow.SightingSummary;

/** Who came into the sight of cameras. */
@Path("events/recognitions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Events")
public class RecognitionEventsResource {
    private final EventService events;
    private final SightingService sightings;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RecognitionEventsResource() {
        this(null, null, null);
    }

    @Inject
    public RecognitionEventsResource(EventService events, SightingService sightings, SignedUrls urls) {
        this.events = events;
        this.sightings = sightings;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.EVENT_READ)
    @Operation(
            operationId = "listRecognitionEvents",
            summary = "List who came into the sight of cameras, the newest first",
            description = "One event for each sighting, in the galleries that the caller may look into."
                    + " All that is asked for must hold; of what is repeated, any.")
    @APIResponse(responseCode = "200", description = "Some of the events, and where to go on")
    @APIResponse(responseCode = "404", ref = "Problem")
    public RecognitionResponse.Some list(@BeanParam RecognitionParameters wanted, @BeanParam EventPageParameters page) {
        var found = events.list(wanted.query(), page.after(), page.limit());
        return RecognitionResponse.Some.of(found, sightings(found.items()));
    }

    @GET
    @Path("{event}")
    @RolesAllowed(Permissions.EVENT_READ)
    @Operation(operationId = "getRecognitionEvent", summary = "Read who came into the sight of a camera")
    @APIResponse(responseCode = "200", description = "The event")
    public RecognitionResponse get(@PathParam("event") UUID event) {
        var found = events.require(event);
        return RecognitionResponse.of(
                found, sightings(List.of(found)).get(found.event().sighting()));
    }

    private Map<UUID, Sight> sightings(List<RecordedRecognition> events) {
        return sightings.of(events).values().stream()
                .collect(Collectors.toMap(SightingSummary::id, sighting -> Sight.of(sighting, urls)));
    }
}
