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
import org.semblance.identity.RefreshService;
import org.semblance.identity.SessionKind;
import org.semblance.identity.SignInService;
import org.semblance.platform.rest.Caller;
import org.semblance.platform.rest.TokenMissingException;

/** How one becomes somebody, stays so for a while, and learns who one is. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Sign-in")
@APIResponse(responseCode = "401", ref = "Problem")
public class AuthResource {
    private final SignInService signIn;
    private final RefreshService refresh;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public AuthResource() {
        this(null, null);
    }

    @Inject
    public AuthResource(SignInService signIn, RefreshService refresh) {
        this.signIn = signIn;
        this.refresh = refresh;
    }

    @POST
    @Path("token")
    @PermitAll
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description = "Begins a session and gives its tokens. A one-time password gives none: the answer is the "
                    + "problem `password-change-required`, and the password must be changed first. Who has an "
                    + "authenticator app is asked for its code by the problem `second-factor-required`. Wrong attempts "
                    + "from one address are slowed down more and more; they slow nobody else down.")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "200", description = "The tokens")
    public TokenResponse token(@NotNull @Valid TokenRequest body) {
        return TokenResponse.of(refresh.begin(signIn.signIn(body.toCredentials(), SessionKind.API)));
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Operation(
            operationId = "refresh",
            summary = "Get the next tokens of a session",
            description = "Each refresh token is good for one use; a second one ends the session, for somebody has "
                    + "stolen it. Only who got no answer may ask again within 30 seconds.")
    @APIResponse(responseCode = "200", description = "The next tokens")
    public TokenResponse refresh(@NotNull @Valid TokenRequest.Refresh body) {
        return TokenResponse.of(refresh.renew(body.refreshToken()));
    }

    @POST
    @Path("password")
    @PermitAll
    @Operation(
            operationId = "changePassword",
            summary = "Change a password",
            description = "Needs no token but the current password, so that a one-time password can be replaced. Ends "
                    + "all sessions of the user but the one, if any, whose token is sent.")
    @APIResponse(responseCode = "422", ref = "Problem")
    @APIResponse(responseCode = "204", description = "The new password counts from now on")
    public void password(@NotNull @Valid PasswordRequest body) {
        signIn.changePassword(body.current(), body.newPassword());
    }

    @POST
    @Path("step-up")
    @RolesAllowed("**")
    @Operation(
            operationId = "stepUp",
            summary = "Prove the password again",
            description = "Opens sensitive work to this session for `semblance.security.step-up-period`, 5 minutes.")
    @APIResponse(responseCode = "204", description = "Proved")
    public void stepUp(@NotNull @Valid TokenRequest.StepUp body) {
        signIn.stepUp(body.password(), body.code());
    }

    @POST
    @Path("sign-out")
    @RolesAllowed("**")
    @Operation(operationId = "signOut", summary = "End this session with all its tokens")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void signOut() {
        signIn.signOut();
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
