package org.semblance.jobs.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.semblance.jobs.schedule.ScheduleService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;

/** Jobs that are started by the clock. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Jobs")
public class SchedulesResource {
    private final ScheduleService schedules;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public SchedulesResource() {
        this(null);
    }

    @Inject
    public SchedulesResource(ScheduleService schedules) {
        this.schedules = schedules;
    }

    @GET
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "listSchedules", summary = "List what is started by the clock")
    @APIResponse(responseCode = "200", description = "All schedules, by name")
    public ScheduleResponse.All list() {
        return ScheduleResponse.All.of(schedules.list());
    }

    @GET
    @Path("{schedule}")
    @RolesAllowed(Permissions.JOB_READ)
    @Operation(operationId = "getSchedule", summary = "Get a schedule")
    @APIResponse(responseCode = "200", description = "The schedule, and how it went last")
    public ScheduleResponse get(@PathParam("schedule") String schedule) {
        return ScheduleResponse.of(schedules.require(schedule));
    }

    @POST
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "createSchedule", summary = "Have a job started by the clock")
    @APIResponseSchema(
            value = ScheduleResponse.class,
            responseCode = "201",
            responseDescription = "The schedule, at the address in the header Location")
    public Response create(@NotNull @Valid ScheduleRequest body, @Context UriInfo uri) {
        var schedule = schedules.create(body.toNew());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(schedule.name()).build())
                .entity(ScheduleResponse.of(schedule))
                .build();
    }

    @PUT
    @Path("{schedule}")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "changeSchedule", summary = "Change a schedule, from its next due time on")
    @APIResponse(responseCode = "200", description = "The schedule as it is now")
    public ScheduleResponse change(
            @PathParam("schedule") String schedule, @NotNull @Valid ScheduleRequest body, @BeanParam IfMatch match) {
        return ScheduleResponse.of(schedules.change(body.named(schedule), match.expected()));
    }

    @DELETE
    @Path("{schedule}")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "deleteSchedule", summary = "Delete a schedule; its runs stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("schedule") String schedule) {
        schedules.delete(schedule);
    }

    @POST
    @Path("{schedule}/run")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(operationId = "runSchedule", summary = "Start its job now; when it is due next does not change")
    @APIResponseSchema(
            value = JobStarted.class,
            responseCode = "202",
            responseDescription = "The run; watch it at the address in the header Location")
    public Response run(@PathParam("schedule") String schedule, @Context UriInfo uri) {
        var run = schedules.run(schedule);
        return Response.accepted(new JobStarted(run.value()))
                .location(JobsResource.address(run, uri))
                .build();
    }
}
