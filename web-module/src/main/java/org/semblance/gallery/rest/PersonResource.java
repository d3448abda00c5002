package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.MergePatch;

/** One person. */
@Path("persons/{person}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Persons")
public class PersonResource {
    private final PersonService persons;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PersonResource() {
        this(null);
    }

    @Inject
    public PersonResource(PersonService persons) {
        this.persons = persons;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(
            operationId = "getPerson",
            summary = "Get a person",
            description = "The id of somebody who was merged into another gets the other.")
    @APIResponse(responseCode = "200", description = "The person")
    public PersonResponse get(@PathParam("person") long person) {
        return PersonResponse.of(persons.require(new PersonId(person)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(operationId = "changePerson", summary = "Change what is known of a person")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PersonPatchBody.class)))
    @APIResponse(responseCode = "200", description = "The person as it is now")
    public PersonResponse change(
            @PathParam("person") long person, @NotNull MergePatch patch, @BeanParam IfMatch match) {
        var wanted = PersonPatchBody.read(patch.fields());
        return PersonResponse.of(persons.change(new PersonId(person), wanted, match.expected()));
    }

    @DELETE
    @RolesAllowed(Permissions.PERSON_DELETE)
    @Operation(
            operationId = "deletePerson",
            summary = "Delete a person",
            description =
                    "The person is found no more, and can be brought back as long as the retention policy `deleted-persons` says. "
                            + "After that, or with `purge=true` at once, all faces, embeddings and images go for good.")
    @APIResponse(responseCode = "204", description = "The person is gone")
    public void delete(
            @PathParam("person") long person,
            @Parameter(description = "For good, at once; also of somebody deleted before")
                    @QueryParam("purge")
                    @DefaultValue("false")
                    boolean purge) {
        if (purge) {
            persons.purge(new PersonId(person));
            return;
        }
        persons.delete(new PersonId(person));
    }

    @POST
    @Path("restore")
    @RolesAllowed(Permissions.PERSON_DELETE)
    @Operation(operationId = "restorePerson", summary = "Bring a deleted person back")
    @APIResponse(responseCode = "200", description = "The person, found again")
    public PersonResponse restore(@PathParam("person") long person) {
        return PersonResponse.of(persons.restore(new PersonId(person)));
    }
}
