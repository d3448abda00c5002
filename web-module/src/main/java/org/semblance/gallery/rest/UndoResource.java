package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonChangeId;
import org.semblance.gallery.PersonChangeService;
import org.semblance.platform.Permissions;

/** Takes back a merge, split or move. */
@Path("persons/changes/{change}/undo")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Persons")
public class UndoResource {
    private final PersonChangeService changes;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public UndoResource() {
        this(null);
    }

    @Inject
    public UndoResource(PersonChangeService changes) {
        this.changes = changes;
    }

    @POST
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "undoPersonChange",
            summary = "Undo a merge, split or move",
            description = "The last change of a person is undone first. Faces that were moved or deleted since stay "
                    + "where they are, and names given since are kept.")
    @APIResponse(responseCode = "200", description = "The change, undone")
    public PersonChangeResponse undo(@PathParam("change") long change) {
        return PersonChangeResponse.of(changes.undo(new PersonChangeId(change)));
    }
}
