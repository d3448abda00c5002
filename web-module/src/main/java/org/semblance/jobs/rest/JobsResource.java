package org.semblance.jobs.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(operationId = "listJobs", summary = "List runs of jobs, the newest first")
    @APIResponse(responseCode = "200", description = "Some of the runs, and where to go on")
    public JobResponse.Latest list(@Valid @BeanParam JobFilter filter) {
        return JobResponse.Latest.of(jobs.list(filter.toQuery()));
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

    private Response accepted(JobRunId run, UriInfo uri) {
        return Response.accepted(JobResponse.of(jobs.status(run)))
                .location(address(run, uri))
                .build();
    }

    static URI address(JobRunId run, UriInfo uri) {
        return uri.getBaseUriBuilder()
                .path(JobsResource.class)
                .path(run.toString())
                .build();
    }
}
