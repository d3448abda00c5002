package org.semblance.surveillance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.flow.FrameService;
import org.semblance.vision.rest.PhotoUpload;

/** Takes what cameras see. */
@Path("cameras/{camera}/frames")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Cameras")
public class FramesResource {
    private final FrameService frames;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public FramesResource() {
        this(null);
    }

    @Inject
    public FramesResource(FrameService frames) {
        this.frames = frames;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Permissions.CAMERA_SEND)
    @Operation(
            operationId = "sendFrame",
            summary = "Send a frame of a camera",
            description =
                    "A whole picture, or the crop of a face. The answer says of every face whose it is, with the numbers "
                            + "that led to that, and whether the door opens. What it says is written down by then: in the "
                            + "database, or, with `late`, on the server's disk while the database is away. Send the next "
                            + "frame when this one is answered; 503 with `Retry-After` asks to wait, and then nothing of "
                            + "the frame was kept.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = FrameForm.class)),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "Every face with what is believed of it",
            content =
                    @Content(
                            schema = @Schema(implementation = FrameResponse.class),
                            examples = @ExampleObject(name = "somebody known", value = FrameResponse.EXAMPLE)))
    public FrameResponse send(
            @PathParam("camera") String camera, PhotoUpload upload, @BeanParam FrameParameters parameters) {
        return FrameResponse.of(frames.take(
                new CameraName(camera), upload.photo(), parameters.takenAt(upload), parameters.sentAt(upload)));
    }
}
