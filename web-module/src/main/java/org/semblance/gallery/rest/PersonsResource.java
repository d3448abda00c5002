package org.semblance.gallery.rest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonService;
import org.semblance.platform.Permissions;

/** The persons of galleries. */
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Persons")
public class PersonsResource {
    private final PersonService persons;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PersonsResource() {
        this(null);
    }

    @Inject
    public PersonsResource(PersonService persons) {
        this.persons = persons;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(
            operationId = "listPersons",
            summary = "List the persons of a gallery",
            description = "Listing the deleted ones needs the permission `person:delete`.")
    @APIResponse(responseCode = "200", description = "Some of the persons, and where to go on")
    @APIResponse(responseCode = "404", ref = "Problem")
    public PersonResponse.Some list(@BeanParam PersonParameters wanted) {
        var query = wanted.query();
        return PersonResponse.Some.of(wanted.isOfDeleted() ? persons.listDeleted(query) : persons.list(query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Operation(operationId = "createPerson", summary = "Add a person to a gallery")
    @APIResponseSchema(
            value = PersonResponse.class,
            responseCode = "201",
            responseDescription = "The person, at the address in the header Location")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Response create(@NotNull @Valid PersonRequest body, @Context UriInfo uri) {
        var person = persons.create(body.galleryName(), body.toNewPerson());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(person.id().toString())
                        .build())
                .entity(PersonResponse.of(person))
                .build();
    }
}
