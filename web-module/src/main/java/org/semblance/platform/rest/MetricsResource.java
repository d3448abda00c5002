package org.semblance.platform.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;

/** What the application counts and times. */
@Path("metrics")
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
@Tag(name = "Operation")
public class MetricsResource {
    private final PrometheusText metrics;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public MetricsResource() {
        this(null);
    }

    @Inject
    public MetricsResource(PrometheusText metrics) {
        this.metrics = metrics;
    }

    @GET
    @RolesAllowed(Permissions.METRICS_READ)
    @Operation(
            operationId = "getMetrics",
            summary = "Read the metrics",
            description = "Counters and timers in the text format that Prometheus reads.")
    @APIResponse(responseCode = "200", description = "All metrics of this server")
    public String read() {
        return metrics.read();
    }
}
