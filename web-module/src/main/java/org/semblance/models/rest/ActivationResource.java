package org.semblance.models.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.models.NoActivationException;
import org.semblance.models.PackUseService;
import org.semblance.platform.Permissions;

/** Which model pack is used. */
@Path("models/activation")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Models")
public class ActivationResource {
    private final PackUseService use;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ActivationResource() {
        this(null);
    }

    @Inject
    public ActivationResource(PackUseService use) {
        this.use = use;
    }

    @GET
    @RolesAllowed(Permissions.MODEL_READ)
    @Operation(operationId = "getActivation", summary = "See how far the last request to use a model pack has come")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "The last request, whatever became of it")
    public ActivationResponse get() {
        return ActivationResponse.of(use.activation().orElseThrow(NoActivationException::new));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.MODEL_MANAGE)
    @Operation(
            operationId = "activateModelPack",
            summary = "Use another model pack",
            description = "A pack with another embedder comes into use once that has embedded every stored face; until "
                    + "then search goes on with the old one. Thresholds that galleries have of their own belong to the "
                    + "old model: look at them afterwards.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponseSchema(
            value = ActivationResponse.class,
            responseCode = "202",
            responseDescription = "It has been asked for; watch it at the address in the header Location")
    public Response activate(@NotNull @Valid ActivationRequest body, @Context UriInfo uri) {
        var progress = use.activate(body.pack(), body.acceptLicence(), body.allowSkipped());
        return Response.accepted(ActivationResponse.of(progress))
                .location(uri.getAbsolutePath())
                .build();
    }
}
