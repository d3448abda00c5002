package org.semblance.jobs.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobWatch;
import org.semblance.platform.Permissions;

/** How a run goes, told while it goes on. */
@Path("jobs/{job}/events")
@ApplicationScoped
@Tag(name = "Jobs")
public class JobStreamResource {
    private final JobLauncher jobs;
    private final JobWatch watch;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public JobStreamResource() {
        this(null, null);
    }

    @Inject
    public JobStreamResource(JobLauncher jobs, JobWatch watch) {
        this.jobs = jobs;
        this.watch = watch;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(
            operationId = "watchJob",
            summary = "Watch how a run goes",
            description = "Server-sent events called `job`, each with the run as `getJob` gives it: at once, whenever"
                    + " it has changed, and a last time when it has ended. The stream then ends; it also ends after"
                    + " five minutes, and a client that still wants to know asks again.")
    @APIResponse(
            responseCode = "200",
            description = "Events, as long as the run goes on",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JobResponse.class)))
    public void events(@PathParam("job") long job, @Context SseEventSink sink, @Context Sse sse) {
        var run = new JobRunId(job);
        var stream = new JobStream(sink, sse);
        var now = jobs.status(run);
        if (!now.state().isFinal()) {
            stream.follow(watch.watch(run, stream));
        }
        stream.accept(jobs.status(run));
    }
}
