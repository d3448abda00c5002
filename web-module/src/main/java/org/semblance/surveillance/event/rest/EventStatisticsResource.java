package org.semblance.surveillance.event.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.event.EventService;

/** How many came into the sight of cameras. */
@Path("events/statistics")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Events")
public class EventStatisticsResource {
    private final EventService events;
    private final Clock clock;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public EventStatisticsResource() {
        this(null, null);
    }

    @Inject
    public EventStatisticsResource(EventService events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Permissions.EVENT_READ)
    @Operation(
            operationId = "countEvents",
            summary = "Count who came into the sight of cameras",
            description = "By outcome, for each hour or day and for each camera, in the galleries that the caller may"
                    + " look into; the last day unless `from` and `to` say otherwise.")
    @APIResponse(responseCode = "200", description = "The counts")
    @APIResponse(responseCode = "404", ref = "Problem")
    public StatisticsResponse count(@BeanParam StatisticsParameters wanted) {
        var query = wanted.query(clock.instant());
        return StatisticsResponse.of(query, events.count(query));
    }
}
