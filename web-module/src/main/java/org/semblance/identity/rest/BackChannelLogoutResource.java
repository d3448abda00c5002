package org.semblance.identity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.oidc.SingleSignOn;

/** Where the identity provider tells that somebody has signed out there. */
@Path("auth/backchannel-logout")
@ApplicationScoped
@Tag(name = "Sign-in")
public class BackChannelLogoutResource {
    private final SingleSignOn signOn;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public BackChannelLogoutResource() {
        this(null);
    }

    @Inject
    public BackChannelLogoutResource(SingleSignOn signOn) {
        this.signOn = signOn;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "backChannelLogout",
            summary = "End the sessions of somebody who has signed out at the identity provider",
            description = "OpenID Connect Back-Channel Logout: only the provider calls this, with a token that it has "
                    + "signed. Sessions that began after the token was issued go on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogoutForm.class)))
    @APIResponse(responseCode = "204", description = "They have ended")
    public void end(MultivaluedMap<String, String> form) {
        signOn.endSessions(Objects.requireNonNullElse(form.getFirst("logout_token"), ""));
    }

    /** What the form holds. */
    @Schema(name = "LogoutForm", description = "What an identity provider says of a session that has ended there")
    public record LogoutForm(
            @Schema(description = "Signed by the provider", examples = "eyJhbGciOiJSUzI1NiJ9...")
            String logoutToken) {}
}
