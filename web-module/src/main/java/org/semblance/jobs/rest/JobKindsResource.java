package org.semblance.jobs.rest;

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
import org.semblance.jobs.JobLauncher;
import org.semblance.platform.Permissions;

/** The jobs that can be started. */
@Path("jobs/kinds")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Jobs")
public class JobKindsResource {
    private final JobLauncher jobs;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public JobKindsResource() {
        this(null);
    }

    @Inject
    public JobKindsResource(JobLauncher jobs) {
        this.jobs = jobs;
    }

    @GET
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "listJobKinds", summary = "List the jobs that can be started, and what they can be told")
    @APIResponse(responseCode = "200", description = "All of them")
    public JobKindResponse.All kinds() {
        return JobKindResponse.All.of(jobs.kinds());
    }
}
