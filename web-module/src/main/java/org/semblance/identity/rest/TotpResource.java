package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.SecondFactorService;

/** The caller's authenticator app (RFC 6238). */
@Path("auth/totp")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Sign-in")
public class TotpResource {
    private final SecondFactorService factors;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public TotpResource() {
        this(null);
    }

    @Inject
    public TotpResource(SecondFactorService factors) {
        this.factors = factors;
    }

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "getSecondFactor", summary = "Tell whether you have an authenticator app")
    @APIResponse(responseCode = "200", description = "How it stands")
    public TotpResponse get() {
        return TotpResponse.of(factors.state());
    }

    @POST
    @RolesAllowed("**")
    @Operation(
            operationId = "setUpSecondFactor",
            summary = "Set an authenticator app up",
            description = "It counts once a first code has confirmed it. Needs a recent step-up.")
    @APIResponse(responseCode = "200", description = "What the app needs to know")
    public TotpResponse.Setup setUp() {
        return TotpResponse.Setup.of(factors.setUp());
    }

    @POST
    @Path("confirm")
    @RolesAllowed("**")
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Confirm an authenticator app by a first code",
            description = "From then on each sign-in asks for a code. Needs a recent step-up.")
    @APIResponse(responseCode = "200", description = "Codes for when the app is lost")
    public TotpResponse.RecoveryCodes confirm(@NotNull @Valid TotpResponse.Code body) {
        return new TotpResponse.RecoveryCodes(factors.confirm(body.code()));
    }

    @POST
    @Path("recovery-codes")
    @RolesAllowed("**")
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Get new recovery codes",
            description = "The old ones are worth nothing from then on. Needs a recent step-up.")
    @APIResponse(responseCode = "200", description = "The new codes")
    public TotpResponse.RecoveryCodes renewRecoveryCodes() {
        return new TotpResponse.RecoveryCodes(factors.renewRecoveryCodes());
    }

    @DELETE
    @RolesAllowed("**")
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Remove your authenticator app",
            description = "Needs a recent step-up, which asks for a code too.")
    @APIResponse(responseCode = "204", description = "The next sign-in asks for no code")
    public void remove() {
        factors.remove();
    }
}
