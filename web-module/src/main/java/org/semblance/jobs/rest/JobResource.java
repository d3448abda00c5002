package org.semblance.jobs.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Permissions;

/** A run, and what people do with it. */
@Path("jobs/{job}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Jobs")
public class JobResource {
    private final JobLauncher jobs;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public JobResource() {
        this(null);
    }

    @Inject
    public JobResource(JobLauncher jobs) {
        this.jobs = jobs;
    }

    @GET
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "getJob", summary = "See how a run of a job goes")
    @APIResponse(responseCode = "200", description = "The run")
    public JobResponse get(@PathParam("job") long job) {
        return JobResponse.of(jobs.status(new JobRunId(job)));
    }

    @POST
    @Path("stop")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "stopJob",
            summary = "Stop a run",
            description =
                    "It stops after what it is doing, and can be restarted from there. One that waits stops at once.")
    @APIResponseSchema(
            value = JobResponse.class,
            responseCode = "202",
            responseDescription = "It has been asked to stop")
    public Response stop(@PathParam("job") long job, @Context UriInfo uri) {
        var run = new JobRunId(job);
        jobs.stop(run);
        return accepted(run, uri);
    }

    @POST
    @Path("restart")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "restartJob",
            summary = "Go on with a stopped or failed run",
            description = "It waits for a node again, and goes on after the last items that were dealt with.")
    @APIResponseSchema(value = JobResponse.class, responseCode = "202", responseDescription = "The run, waiting")
    public Response restart(@PathParam("job") long job, @Context UriInfo uri) {
        var run = new JobRunId(job);
        jobs.restart(run);
        return accepted(run, uri);
    }

    @POST
    @Path("failures/retry")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "retryJobFailures",
            summary = "Do again just what a run refused",
            description = "For jobs whose kind says `retries_items`, once the run has ended.")
    @APIResponseSchema(
            value = JobResponse.class,
            responseCode = "202",
            responseDescription = "A new run; watch it at the address in the header Location")
    public Response retry(@PathParam("job") long job, @Context UriInfo uri) {
        var run = jobs.retryFailures(new JobRunId(job));
        return accepted(run, uri);
    }

    @POST
    @Path("abandon")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "abandonJob", summary = "Give a stopped or failed run up for good")
    @APIResponse(responseCode = "200", description = "The run")
    public JobResponse abandon(@PathParam("job") long job) {
        var run = new JobRunId(job);
        jobs.abandon(run);
        return JobResponse.of(jobs.status(run));
    }

    private Response accepted(JobRunId run, UriInfo uri) {
        return Response.accepted(JobResponse.of(jobs.status(run)))
                .location(JobsResource.address(run, uri))
                .build();
    }
}
