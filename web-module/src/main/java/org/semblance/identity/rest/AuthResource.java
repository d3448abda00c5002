package org.semblance.identity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.AccessTokens;
import org.semblance.identity.Credentials;
import org.semblance.identity.SessionKind;
import org.semblance.identity.SignInService;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.rest.Caller;
import org.semblance.platform.rest.TokenMissingException;

/** How one becomes somebody, and learns who one is. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Sign-in")
public class AuthResource {
    private final SignInService signIn;
    private final AccessTokens tokens;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public AuthResource() {
        this(null, null);
    }

    @Inject
    public AuthResource(SignInService signIn, AccessTokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @POST
    @Path("token")
    @PermitAll
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description = "Gives a short-lived access token for a name and a password. A one-time password gives "
                    + "none: the answer is the problem `password-change-required`, and the password must be changed "
                    + "first. Wrong passwords lock the account for a growing while.")
    @APIResponse(responseCode = "200", description = "The access token")
    public TokenResponse token(@NotNull @Valid TokenRequest body) {
        SignedInUser user = signIn.signIn(new Credentials(body.username(), body.password()), SessionKind.API);
        return new TokenResponse(tokens.issue(user), "Bearer", tokens.lifetime().toSeconds());
    }

    @POST
    @Path("password")
    @PermitAll
    @Operation(
            operationId = "changePassword",
            summary = "Change a password",
            description = "Needs no token but the current password, so that a one-time password can be replaced.")
    @APIResponse(responseCode = "204", description = "The new password counts from now on")
    public void password(@NotNull @Valid PasswordRequest body) {
        signIn.changePassword(body.username(), body.currentPassword(), body.newPassword());
    }

    @GET
    @Path("me")
    @RolesAllowed("**")
    @Operation(operationId = "whoAmI", summary = "Tell who the token's bearer is and may do")
    @APIResponse(responseCode = "200", description = "The bearer")
    public CallerResponse me(@Context HttpServletRequest request) {
        return CallerResponse.of(Caller.user(request).orElseThrow(TokenMissingException::new));
    }
}
