package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.RecognitionService;
import org.semblance.platform.Permissions;
import org.semblance.vision.rest.PhotoUpload;

/** Stores the faces of a photo under the persons that they show. */
@Path("recognize")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Recognition")
public class RecognizeResource {
    private final RecognitionService recognition;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RecognizeResource() {
        this(null);
    }

    @Inject
    public RecognizeResource(RecognitionService recognition) {
        this.recognition = recognition;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Operation(
            operationId = "recognize",
            summary = "Store the faces of a photo under their persons",
            description =
                    "Every face joins the person whom it clearly matches. What becomes of the others is a rule of "
                            + "the gallery, `unknown_faces`: `found` makes a person of each, `keep` stores them without one, "
                            + "`drop` forgets them. A face of which it is not clear whose it is founds nobody. Faces below "
                            + "`min_quality` are not stored. The answer says of each face what became of it and why.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = RecognizeForm.class)),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "Every face with what became of it",
            content =
                    @Content(
                            schema = @Schema(implementation = RecognizeResponse.class),
                            examples = @ExampleObject(name = "one joined", value = SearchExamples.RECOGNITION)))
    @APIResponse(responseCode = "404", ref = "Problem")
    public RecognizeResponse recognize(PhotoUpload upload, @BeanParam RecognizeParameters parameters) {
        var gallery = parameters.gallery(upload);
        return RecognizeResponse.of(
                parameters.isStored(upload)
                        ? recognition.recognize(gallery, upload.photo())
                        : recognition.preview(gallery, upload.photo()));
    }
}
