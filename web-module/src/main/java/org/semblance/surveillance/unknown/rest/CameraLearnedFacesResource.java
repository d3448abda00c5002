package org.semblance.surveillance.unknown.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.learning.LearnedFaceService;

/** Faces that a camera added to persons by itself. */
@Path("cameras/{camera}/learned-faces")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Unknown faces")
public class CameraLearnedFacesResource {
    private final LearnedFaceService learned;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CameraLearnedFacesResource() {
        this(null);
    }

    @Inject
    public CameraLearnedFacesResource(LearnedFaceService learned) {
        this.learned = learned;
    }

    @DELETE
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "removeLearnedFacesOfCamera",
            summary = "Remove all that a camera added to anybody",
            description = "This cannot be undone. Persons under a legal hold keep theirs.")
    @APIResponse(responseCode = "200", description = "How many were removed, and how many stay")
    public LearnedFaceResponse.Removed remove(@PathParam("camera") String camera) {
        return LearnedFaceResponse.Removed.of(learned.forget(new CameraName(camera)));
    }
}
