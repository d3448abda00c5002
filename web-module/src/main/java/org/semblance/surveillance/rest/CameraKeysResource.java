package org.semblance.surveillance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.rest.ApiKeyResponse;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraService;

/** The keys of the agents that send a camera's frames. */
@Path("cameras/{camera}/keys")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Cameras")
public class CameraKeysResource {
    private final CameraService cameras;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CameraKeysResource() {
        this(null);
    }

    @Inject
    public CameraKeysResource(CameraService cameras) {
        this.cameras = cameras;
    }

    @GET
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(operationId = "listCameraKeys", summary = "List the keys of a camera's agents")
    @APIResponse(responseCode = "200", description = "All of them, the oldest first, revoked ones included")
    public Keys list(@PathParam("camera") String camera) {
        return new Keys(cameras.keys(new CameraName(camera)).stream()
                .map(ApiKeyResponse::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @Operation(
            operationId = "createCameraKey",
            summary = "Make a key for an agent of a camera",
            description =
                    "It sends frames of this camera and can do nothing else. The answer has the key, which is told "
                            + "this once. You need the permission `camera:send`, too. Revoke it as any key: "
                            + "`DELETE /api/v1/api-keys/{key}`.")
    @APIResponseSchema(
            value = ApiKeyResponse.Made.class,
            responseCode = "201",
            responseDescription = "The key, at the address in the header Location")
    public Response create(
            @PathParam("camera") String camera, @NotNull @Valid CameraKeyRequest body, @Context UriInfo uri) {
        var made = cameras.createKey(
                new CameraName(camera), new KeyName(body.name()), Optional.ofNullable(body.expiresAt()), body.limits());
        return Response.created(uri.getBaseUriBuilder()
                        .path("api-keys")
                        .path(Long.toString(made.summary().id()))
                        .build())
                .entity(ApiKeyResponse.Made.of(made))
                .build();
    }

    /** All keys of a camera. */
    @Schema(name = "CameraKeys", description = "The keys of a camera's agents")
    public record Keys(List<ApiKeyResponse> items) {}
}
