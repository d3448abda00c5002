package org.semblance.vision.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.DetectionService;

/** Says where the faces in a photo are. */
@Path("detect")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Recognition")
public class DetectResource {
    private final DetectionService detection;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public DetectResource() {
        this(null);
    }

    @Inject
    public DetectResource(DetectionService detection) {
        this.detection = detection;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Permissions.VISION_DETECT)
    @Operation(
            operationId = "detect",
            summary = "Find the faces in a photo",
            description = "Says where each face is, how sure that is and how good the face is. Nothing is stored. "
                    + "Send a form with the part `image`, or the picture itself as the body.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = PhotoForm.class)),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The faces, none at all included",
            content =
                    @Content(
                            schema = @Schema(implementation = DetectionResponse.class),
                            examples = @ExampleObject(name = "one face", value = DetectExamples.RESPONSE)))
    @APIResponse(
            responseCode = "409",
            description = "Liveness was asked for, and the active model pack has no models for it")
    public DetectionResponse detect(
            @Parameter(
                            description =
                                    "Whether to say of each face if it is live, and not a print or a screen; takes a few "
                                            + "milliseconds for each, and a model pack with liveness models",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("liveness")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "liveness is true or false")
                    String liveness,
            PhotoUpload upload) {
        var options = new DetectOptions(Boolean.parseBoolean(liveness));
        return DetectionResponse.of(detection.detect(upload.photo(), options));
    }
}
