package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.EnrolmentService;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.rest.PhotoForm;
import org.semblance.vision.rest.PhotoUpload;

/** The faces by which a person is recognised. */
@Path("persons/{person}/faces")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Faces")
public class PersonFacesResource {
    private final EnrolmentService enrolment;
    private final FaceService faces;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PersonFacesResource() {
        this(null, null, null);
    }

    @Inject
    public PersonFacesResource(EnrolmentService enrolment, FaceService faces, SignedUrls urls) {
        this.enrolment = enrolment;
        this.faces = faces;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "listFaces", summary = "List the faces of a person")
    @APIResponse(responseCode = "200", description = "Some of the faces, and where to go on")
    public FaceResponse.Some list(@PathParam("person") long person, @BeanParam PageParameters page) {
        return FaceResponse.Some.of(faces.list(new PersonId(person), page.after(), page.limit()), urls);
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Operation(
            operationId = "enrollFace",
            summary = "Enroll a face of a person",
            description = "The photo must show one face, good enough for the gallery; it is kept with the person.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = PhotoForm.class)),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(
            value = FaceResponse.class,
            responseCode = "201",
            responseDescription = "The face, at the address in the header Location")
    public Response enroll(@PathParam("person") long person, PhotoUpload upload, @Context UriInfo uri) {
        var face = enrolment.enroll(new PersonId(person), upload.photo());
        return Response.created(uri.getBaseUriBuilder()
                        .path("faces")
                        .path(face.id().toString())
                        .build())
                .entity(FaceResponse.of(face, urls))
                .build();
    }
}
