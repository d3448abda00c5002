package org.semblance.retention.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.retention.RetentionService;

/** What would go, and what went. */
@Path("retention")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Retention")
public class RetentionReportsResource {
    private final RetentionService retention;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RetentionReportsResource() {
        this(null);
    }

    @Inject
    public RetentionReportsResource(RetentionService retention) {
        this.retention = retention;
    }

    @POST
    @Path("dry-run")
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(
            operationId = "dryRunRetention",
            summary = "Count what a purge would remove now",
            description = "Counts every kind that goes at all. To purge, start the job `retention-purge`.")
    @APIResponse(responseCode = "200", description = "What would go, by kind")
    public DryRunResponse dryRun() {
        return DryRunResponse.of(retention.dryRun());
    }

    @GET
    @Path("reports")
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(operationId = "listRetentionReports", summary = "List what purges removed, the newest first")
    @APIResponse(responseCode = "200", description = "Some of the reports, and where to go on")
    public ReportResponse.Some list(@BeanParam PageParameters page) {
        return ReportResponse.Some.of(retention.reports(page.after(), page.limit()));
    }

    @GET
    @Path("reports/{report}")
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(operationId = "getRetentionReport", summary = "Get what a purge removed")
    @APIResponse(responseCode = "200", description = "The report")
    public ReportResponse get(@PathParam("report") long report) {
        return ReportResponse.of(retention.report(report));
    }
}
