package org.semblance.surveillance.unknown.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.learning.LearnedFaceService;

/** Faces that cameras added to a person by themselves. */
@Path("persons/{person}/learned-faces")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Unknown faces")
public class PersonLearnedFacesResource {
    private final LearnedFaceService learned;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PersonLearnedFacesResource() {
        this(null, null);
    }

    @Inject
    public PersonLearnedFacesResource(LearnedFaceService learned, SignedUrls urls) {
        this.learned = learned;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "listLearnedFaces", summary = "List what cameras added to a person, and why")
    @APIResponse(responseCode = "200", description = "Some of the faces, and where to go on")
    public LearnedFaceResponse.Some list(@PathParam("person") long person, @BeanParam PageParameters page) {
        return LearnedFaceResponse.Some.of(learned.list(new PersonId(person), page.after(), page.limit()), urls);
    }

    @DELETE
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "removeLearnedFaces",
            summary = "Remove all that cameras added to a person",
            description = "This cannot be undone. One of them alone: `DELETE /faces/{face}`.")
    @APIResponse(responseCode = "200", description = "How many were removed")
    @APIResponse(responseCode = "409", description = "`person-held`: the person is under a legal hold")
    public LearnedFaceResponse.Removed remove(@PathParam("person") long person) {
        return LearnedFaceResponse.Removed.of(learned.forget(new PersonId(person)));
    }
}
