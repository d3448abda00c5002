package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonService;
import org.semblance.platform.Permissions;

/** Makes one person of several. */
@Path("persons/merge")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Persons")
public class MergeResource {
    private final PersonChangeService changes;
    private final PersonService persons;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public MergeResource() {
        this(null, null);
    }

    @Inject
    public MergeResource(PersonChangeService changes, PersonService persons) {
        this.changes = changes;
        this.persons = persons;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "mergePersons",
            summary = "Make several persons one",
            description = "The survivor gets all faces, keeps its name and metadata, and takes over what it lacks. The "
                    + "ids and external ids of the others lead to the survivor from now on. Can be undone.")
    @APIResponse(responseCode = "200", description = "The survivor")
    @APIResponse(responseCode = "404", ref = "Problem")
    public PersonResponse merge(@NotNull @Valid MergeRequest body) {
        var others = body.others().stream().map(PersonId::new).toList();
        return PersonResponse.of(persons.require(changes.merge(new PersonId(body.survivor()), others)));
    }
}
