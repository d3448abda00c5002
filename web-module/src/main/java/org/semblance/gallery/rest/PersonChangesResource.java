package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;

/** What was merged, split and moved of a person. */
@Path("persons/{person}/changes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Persons")
public class PersonChangesResource {
    private final PersonChangeService changes;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PersonChangesResource() {
        this(null);
    }

    @Inject
    public PersonChangesResource(PersonChangeService changes) {
        this.changes = changes;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "listPersonChanges", summary = "List the merges, splits and moves of a person")
    @APIResponse(responseCode = "200", description = "Some of the changes, the first first, and where to go on")
    public PersonChangeResponse.Some list(@PathParam("person") long person, @BeanParam PageParameters page) {
        return PersonChangeResponse.Some.of(changes.list(new PersonId(person), page.after(), page.limit()));
    }
}
