package org.semblance.jobs.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Permissions;

/** Runs of jobs: work that goes on after its request has been answered. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Jobs")
public class JobsResource {
    private final JobLauncher jobs;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public JobsResource() {
        this(null);
    }

    @Inject
    public JobsResource(JobLauncher jobs) {
        this.jobs = jobs;
    }

    @GET
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "listJobs", summary = "List the latest runs of jobs")
    @APIResponse(responseCode = "200", description = "The latest runs, the newest first")
    public JobResponse.Latest list(
            @Parameter(description = "How many at most") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
                    int limit) {
        return JobResponse.Latest.of(jobs.list(limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "startJob", summary = "Start a job")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponseSchema(
            value = JobResponse.class,
            responseCode = "202",
            responseDescription = "It has been started; watch it at the address in the header Location")
    public Response start(@NotNull @Valid JobCommand body, @Context UriInfo uri) {
        return accepted(jobs.start(body.toRequest()), uri);
    }

    @GET
    @Path("{job}")
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "getJob", summary = "See how a run of a job goes")
    @APIResponse(responseCode = "200", description = "The run")
    public JobResponse get(@PathParam("job") long job) {
        return JobResponse.of(jobs.status(new JobRunId(job)));
    }

    @POST
    @Path("{job}/stop")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "stopJob",
            summary = "Stop a run",
            description = "It stops after what it is doing, and can be restarted from there.")
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
    @Path("{job}/restart")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "restartJob", summary = "Go on with a stopped or failed run, as a new run")
    @APIResponseSchema(
            value = JobResponse.class,
            responseCode = "202",
            responseDescription = "The new run; watch it at the address in the header Location")
    public Response restart(@PathParam("job") long job, @Context UriInfo uri) {
        return accepted(jobs.restart(new JobRunId(job)), uri);
    }

    private Response accepted(JobRunId run, UriInfo uri) {
        return Response.accepted(JobResponse.of(jobs.status(run)))
                .location(uri.getBaseUriBuilder()
                        .path(JobsResource.class)
                        .path(run.toString())
                        .build())
                .build();
    }
}
