package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonService;
import org.semblance.platform.Permissions;

/** Makes two persons of one. */
@Path("persons/{person}/split")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Persons")
public class SplitResource {
    private final PersonChangeService changes;
    private final PersonService persons;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public SplitResource() {
        this(null, null);
    }

    @Inject
    public SplitResource(PersonChangeService changes, PersonService persons) {
        this.changes = changes;
        this.persons = persons;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "splitPerson",
            summary = "Make a person of some faces of another",
            description = "At least one face stays. Can be undone.")
    @APIResponseSchema(
            value = PersonResponse.class,
            responseCode = "201",
            responseDescription = "The new person, at the address in the header Location")
    public Response split(@PathParam("person") long person, @NotNull @Valid SplitRequest body, @Context UriInfo uri) {
        var faces = body.faces().stream().map(FaceId::new).toList();
        var part = persons.require(changes.split(new PersonId(person), faces, body.name()));
        return Response.created(uri.getBaseUriBuilder()
                        .path("persons")
                        .path(part.id().toString())
                        .build())
                .entity(PersonResponse.of(part))
                .build();
    }
}
