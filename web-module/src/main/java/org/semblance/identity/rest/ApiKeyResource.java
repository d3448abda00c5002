package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.platform.Permissions;

/** One key: one's own, or anybody's with the permission for that. */
@Path("api-keys/{key}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Credentials")
public class ApiKeyResource {
    private final ApiKeyService keys;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ApiKeyResource() {
        this(null);
    }

    @Inject
    public ApiKeyResource(ApiKeyService keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    @Operation(operationId = "getApiKey", summary = "Get an API key", description = "Without its secret.")
    @APIResponse(responseCode = "200", description = "The key")
    public ApiKeyResponse get(@PathParam("key") long key) {
        return ApiKeyResponse.of(keys.require(key));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    @Operation(operationId = "changeApiKey", summary = "Rename an API key, or have it expire at another time")
    @APIResponse(responseCode = "200", description = "The key as it is now")
    public ApiKeyResponse change(@PathParam("key") long key, @NotNull @Valid ApiKeyPatchBody body) {
        return ApiKeyResponse.of(keys.change(key, body.toPatch()));
    }

    @DELETE
    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "For good, from the next request on. It stays in the list.")
    @APIResponse(responseCode = "204", description = "It is refused from now on")
    public void revoke(@PathParam("key") long key) {
        keys.revoke(key);
    }
}
