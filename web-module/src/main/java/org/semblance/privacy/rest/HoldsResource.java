package org.semblance.privacy.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.semblance.gallery.LegalHoldId;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.privacy.HoldService;

/** Orders to keep a person. */
@Path("persons/{person}/holds")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Privacy")
public class HoldsResource {
    private final HoldService holds;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public HoldsResource() {
        this(null);
    }

    @Inject
    public HoldsResource(HoldService holds) {
        this.holds = holds;
    }

    @GET
    @RolesAllowed(Permissions.HOLD_MANAGE)
    @Operation(operationId = "listHolds", summary = "List the legal holds of a person")
    @APIResponse(responseCode = "200", description = "All of them, also those that are over")
    public HoldResponse.All list(@PathParam("person") long person) {
        return HoldResponse.All.of(holds.list(new PersonId(person)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.HOLD_MANAGE)
    @Operation(
            operationId = "placeHold",
            summary = "Place a legal hold",
            description = "While one is in force, neither the person nor a face of theirs can be purged or erased: an "
                    + "erasure becomes `held` and goes on by itself once the last hold is over.")
    @APIResponseSchema(value = HoldResponse.class, responseCode = "201", responseDescription = "It is in force")
    public Response place(@PathParam("person") long person, @NotNull @Valid HoldRequest body, @Context UriInfo uri) {
        var placed = holds.place(new PersonId(person), body.reason(), body.until());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(placed.id().toString())
                        .build())
                .entity(HoldResponse.of(placed))
                .build();
    }

    @DELETE
    @Path("{hold}")
    @RolesAllowed(Permissions.HOLD_MANAGE)
    @Operation(operationId = "releaseHold", summary = "Release a legal hold")
    @APIResponse(responseCode = "204", description = "It is no longer in force, and stays on record")
    public void release(@PathParam("person") long person, @PathParam("hold") long hold) {
        holds.release(new PersonId(person), new LegalHoldId(hold));
    }
}
