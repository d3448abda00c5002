package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.MergePatch;
import org.semblance.storage.SignedUrls;

/** Stored faces, whosever they are. */
@Path("faces")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Faces")
public class FacesResource {
    private final FaceService faces;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public FacesResource() {
        this(null, null);
    }

    @Inject
    public FacesResource(FaceService faces, SignedUrls urls) {
        this.faces = faces;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(
            operationId = "findFaces",
            summary = "Get some faces by their ids",
            description = "Those that there are; the others are named as `not_found`.")
    @APIResponse(responseCode = "200", description = "The faces, in the order of ids")
    public FaceResponse.Found find(
            @Parameter(description = "Ids of up to 200 faces, with commas between", example = "90210,90211")
                    @QueryParam("ids")
                    @DefaultValue("")
                    FaceIds ids) {
        return FaceResponse.Found.of(ids.faces(), faces.find(ids.faces()), urls);
    }

    @GET
    @Path("{face}")
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "getFace", summary = "Get a face")
    @APIResponse(responseCode = "200", description = "The face")
    public FaceResponse get(@PathParam("face") long face) {
        return FaceResponse.of(faces.require(new FaceId(face)), urls);
    }

    @PATCH
    @Path("{face}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "moveFace",
            summary = "Give a face to a person, or to nobody",
            description = "Somebody of whom nothing but this face was known goes with it. Can be undone.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = FacePatchBody.class)))
    @APIResponse(responseCode = "200", description = "The face as it is now")
    public FaceResponse move(@PathParam("face") long face, @NotNull MergePatch patch) {
        return FaceResponse.of(faces.move(new FaceId(face), FacePatchBody.read(patch.fields())), urls);
    }

    @DELETE
    @Path("{face}")
    @RolesAllowed(Permissions.PERSON_DELETE)
    @Operation(
            operationId = "deleteFace",
            summary = "Delete a face with its embedding and images",
            description = "This cannot be undone. Somebody of whom nothing but this face was known goes with it.")
    @APIResponse(responseCode = "204", description = "The face is gone")
    public void delete(@PathParam("face") long face) {
        faces.delete(new FaceId(face));
    }
}
