package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;

/** The persons of a gallery. */
@Path("galleries/{gallery}/persons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
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
    @Operation(operationId = "listPersons", summary = "List the persons of a gallery")
    @APIResponse(responseCode = "200", description = "Some of the persons, and where to go on")
    public PersonResponse.Some list(
            @PathParam("gallery") String gallery,
            @Parameter(description = "What the name or external id begins with, in any case", example = "ada")
                    @QueryParam("q")
                    @DefaultValue("")
                    String text,
            @BeanParam PageParameters page) {
        var query = new PersonQuery(new GalleryName(gallery), text, page.after(), page.limit());
        return PersonResponse.Some.of(persons.list(query));
    }

    @POST
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Operation(operationId = "createPerson", summary = "Add a person to a gallery")
    @APIResponseSchema(
            value = PersonResponse.class,
            responseCode = "201",
            responseDescription = "The person, at the address in the header Location")
    public Response create(
            @PathParam("gallery") String gallery, @NotNull @Valid PersonRequest body, @Context UriInfo uri) {
        var person = persons.create(new GalleryName(gallery), body.toNewPerson());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(person.id().toString())
                        .build())
                .entity(PersonResponse.of(person))
                .build();
    }

    @GET
    @Path("{person}")
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "getPerson", summary = "Get a person")
    @APIResponse(responseCode = "200", description = "The person")
    public PersonResponse get(@PathParam("gallery") String gallery, @PathParam("person") long person) {
        return PersonResponse.of(persons.require(new GalleryName(gallery), new PersonId(person)));
    }

    @DELETE
    @Path("{person}")
    @RolesAllowed(Permissions.PERSON_DELETE)
    @Operation(
            operationId = "deletePerson",
            summary = "Delete a person",
            description = "Deletes all faces, embeddings and images of the person too. This cannot be undone.")
    @APIResponse(responseCode = "204", description = "The person is gone")
    public void delete(@PathParam("gallery") String gallery, @PathParam("person") long person) {
        persons.delete(new GalleryName(gallery), new PersonId(person));
    }
}
