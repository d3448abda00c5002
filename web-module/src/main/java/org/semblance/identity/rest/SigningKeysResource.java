package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.signing.SigningKeyService;
import org.semblance.platform.Permissions;

/** The keys that sign access tokens. */
@Path("signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Credentials")
public class SigningKeysResource {
    private final SigningKeyService keys;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public SigningKeysResource() {
        this(null);
    }

    @Inject
    public SigningKeysResource(SigningKeyService keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Permissions.SIGNING_KEY_MANAGE)
    @Operation(
            operationId = "listSigningKeys",
            summary = "List the keys that sign access tokens",
            description = "The public halves, for whoever checks tokens, are at `/.well-known/jwks.json`.")
    @APIResponse(responseCode = "200", description = "The key that signs, and those before it that still count")
    public SigningKeyResponse.All list() {
        return SigningKeyResponse.All.of(keys.list());
    }

    @POST
    @Path("rotate")
    @RolesAllowed(Permissions.SIGNING_KEY_MANAGE)
    @Operation(
            operationId = "rotateSigningKeys",
            summary = "Sign with another key from now on",
            description = "Tokens of the key before count until they expire. Other nodes follow within a minute. Keys "
                    + "are also changed by age: `semblance.security.signing-key-age`.")
    @APIResponse(responseCode = "200", description = "The keys as they are now")
    public SigningKeyResponse.All rotate() {
        return SigningKeyResponse.All.of(keys.rotate());
    }
}
