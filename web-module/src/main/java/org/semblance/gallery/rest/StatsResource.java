package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.StatisticsService;
import org.semblance.platform.Permissions;

/** How much there is, and how quickly it is searched. */
@Path("stats")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Operation")
public class StatsResource {
    private final StatisticsService statistics;
    private final MetricRegistry metrics;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public StatsResource() {
        this(null, null);
    }

    @Inject
    public StatsResource(StatisticsService statistics, MetricRegistry metrics) {
        this.statistics = statistics;
        this.metrics = metrics;
    }

    @GET
    @RolesAllowed(Permissions.GALLERY_READ)
    @Operation(
            operationId = "getStats",
            summary = "Count what there is",
            description = "Counts of the whole installation; searches and their latency of this node since it started.")
    @APIResponse(responseCode = "200", description = "The counts")
    public StatsResponse count() {
        return StatsResponse.of(statistics.count(), metrics);
    }
}
