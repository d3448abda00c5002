package org.semblance.jobs.rest;

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
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;

/** What became of a run: what happened to it, and what it refused. */
@Path("jobs/{job}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Jobs")
public class JobOutcomesResource {
    private final JobLauncher jobs;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public JobOutcomesResource() {
        this(null);
    }

    @Inject
    public JobOutcomesResource(JobLauncher jobs) {
        this.jobs = jobs;
    }

    @GET
    @Path("failures")
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "listJobFailures", summary = "List what a run refused, and why")
    @APIResponse(responseCode = "200", description = "Some of the items, and where to go on")
    public JobResponse.Failures failures(@PathParam("job") long job, @BeanParam PageParameters page) {
        return JobResponse.Failures.of(jobs.failures(new JobRunId(job), page.after(), page.limit()));
    }

    @GET
    @Path("log")
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "listJobEvents", summary = "List what happened to a run")
    @APIResponse(responseCode = "200", description = "Some of it, in order, and where to go on")
    public JobResponse.Events events(@PathParam("job") long job, @BeanParam PageParameters page) {
        return JobResponse.Events.of(jobs.events(new JobRunId(job), page.after(), page.limit()));
    }
}
