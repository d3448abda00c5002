package org.semblance.privacy.rest;

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
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.privacy.ConsentService;

/** What a person agreed to and took back. */
@Path("persons/{person}/consents")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Privacy")
public class ConsentsResource {
    private final ConsentService consents;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ConsentsResource() {
        this(null);
    }

    @Inject
    public ConsentsResource(ConsentService consents) {
        this.consents = consents;
    }

    @GET
    @RolesAllowed(Permissions.CONSENT_READ)
    @Operation(operationId = "listConsents", summary = "List what a person agreed to and took back")
    @APIResponse(responseCode = "200", description = "Some of it, the first first, and whether the person is matched")
    public ConsentResponse.Some list(@PathParam("person") long person, @BeanParam PageParameters page) {
        var id = new PersonId(person);
        var some = consents.list(id, page.after(), page.limit());
        return ConsentResponse.Some.of(some, consents.suspendedAt(id).orElse(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.CONSENT_MANAGE)
    @Operation(
            operationId = "recordConsent",
            summary = "Record that a person agreed or took it back",
            description = "A withdrawal for the purpose `recognition` suspends matching in the same moment, on every "
                    + "node: no search, decision, verification or proposal finds the person, and everything is kept. "
                    + "Granted again, they are found again. With `semblance.privacy.erase-after-withdrawal` the "
                    + "person is erased when that time is over. Records are never changed or removed, except with "
                    + "the person.")
    @APIResponseSchema(value = ConsentResponse.class, responseCode = "201", responseDescription = "It is recorded")
    public Response record(
            @PathParam("person") long person, @NotNull @Valid ConsentRequest body, @Context UriInfo uri) {
        var recorded = consents.record(new PersonId(person), body.toNewConsent());
        return Response.created(uri.getAbsolutePath())
                .entity(ConsentResponse.of(recorded))
                .build();
    }
}
