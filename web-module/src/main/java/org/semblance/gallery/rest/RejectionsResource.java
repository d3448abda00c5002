package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;

/** Not this person: what no decision may overrule. */
@Path("faces/{face}/rejections/{person}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Faces")
public class RejectionsResource {
    private final FaceService faces;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RejectionsResource() {
        this(null);
    }

    @Inject
    public RejectionsResource(FaceService faces) {
        this.faces = faces;
    }

    @PUT
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "rejectFace",
            summary = "Say that a face is not a person's",
            description = "It sticks: no decision and no cluster gives the face to the person again. A face that was "
                    + "the person's is nobody's now.")
    @APIResponse(responseCode = "204", description = "It is noted")
    public void reject(@PathParam("face") long face, @PathParam("person") long person) {
        faces.reject(new FaceId(face), new PersonId(person));
    }

    @DELETE
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(operationId = "withdrawRejection", summary = "Take back that a face is not a person's")
    @APIResponse(responseCode = "204", description = "It is open again whose the face is")
    public void withdraw(@PathParam("face") long face, @PathParam("person") long person) {
        faces.withdrawRejection(new FaceId(face), new PersonId(person));
    }
}
