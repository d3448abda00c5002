package org.semblance.surveillance.access.rest;

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
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.PageParameters;
import org.semblance.surveillance.access.AccessCalendarId;
import org.semblance.surveillance.access.AccessCalendarService;

/** Days on which rules hold, or do not. */
@Path("access-calendars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class AccessCalendarsResource {
    private final AccessCalendarService calendars;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public AccessCalendarsResource() {
        this(null);
    }

    @Inject
    public AccessCalendarsResource(AccessCalendarService calendars) {
        this.calendars = calendars;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(operationId = "listAccessCalendars", summary = "List the calendars of access rules")
    @APIResponse(responseCode = "200", description = "Some of them, and where to go on")
    public AccessCalendarResponse.Some list(@BeanParam PageParameters page) {
        return AccessCalendarResponse.Some.of(calendars.list(page.after(), page.limit()));
    }

    @POST
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "createAccessCalendar", summary = "Make a calendar for access rules")
    @APIResponseSchema(
            value = AccessCalendarResponse.class,
            responseCode = "201",
            responseDescription = "It, at the address in the header Location")
    public Response create(@NotNull @Valid AccessCalendarRequest body, @Context UriInfo uri) {
        var made = calendars.create(body.toNew());
        return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(AccessCalendarResponse.of(made))
                .build();
    }

    @GET
    @Path("{calendar}")
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(operationId = "getAccessCalendar", summary = "Get a calendar for access rules")
    @APIResponse(responseCode = "200", description = "It as it is now")
    public AccessCalendarResponse get(@PathParam("calendar") long calendar) {
        return AccessCalendarResponse.of(calendars.require(new AccessCalendarId(calendar)));
    }

    @PUT
    @Path("{calendar}")
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "changeAccessCalendar", summary = "Change a calendar for access rules")
    @APIResponse(responseCode = "200", description = "It as it is now")
    public AccessCalendarResponse change(
            @PathParam("calendar") long calendar, @NotNull @Valid AccessCalendarRequest body, @BeanParam IfMatch match) {
        return AccessCalendarResponse.of(calendars.change(new AccessCalendarId(calendar), body.toNew(), match.expected()));
    }

    @DELETE
    @Path("{calendar}")
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "deleteAccessCalendar", summary = "Delete a calendar that no rule goes by")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("calendar") long calendar, @BeanParam IfMatch match) {
        calendars.remove(new AccessCalendarId(calendar), match.expected());
    }
}
