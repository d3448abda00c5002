package org.semblance.surveillance.unknown.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.FaceId;
import org.semblance.platform.Permissions;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.review.QueueService;

/** Faces that cameras saw and nobody knew. */
@Path("unknown-faces")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Unknown faces")
public class UnknownFacesResource {
    private final QueueService queue;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public UnknownFacesResource() {
        this(null, null);
    }

    @Inject
    public UnknownFacesResource(QueueService queue, SignedUrls urls) {
        this.queue = queue;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(
            operationId = "listUnknownFaces",
            summary = "List faces that cameras saw and nobody knew, the newest first",
            description = "One face of each sighting, the best. Faces that wait say whom they look like by now, where "
                    + "you may read persons.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "Some of the faces, and where to go on")
    public UnknownFaceResponse.Some list(@Valid @BeanParam UnknownFaceParameters wanted) {
        return UnknownFaceResponse.Some.of(queue.faces(wanted.gallery(), wanted.query()), urls);
    }

    @GET
    @Path("{unknown}")
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(operationId = "getUnknownFace", summary = "Get a face that a camera saw and nobody knew")
    @APIResponse(responseCode = "200", description = "The face, and what became of it")
    public UnknownFaceResponse get(@PathParam("unknown") long face) {
        return UnknownFaceResponse.of(queue.require(new FaceId(face)), urls);
    }
}
