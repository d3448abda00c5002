package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.directory.SessionService;
import org.semblance.platform.Permissions;

/** Where a user is signed in, for whoever keeps users. */
@Path("users/{user}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class UserSessionsResource {
    private final SessionService sessions;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public UserSessionsResource() {
        this(null);
    }

    @Inject
    public UserSessionsResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @GET
    @Path("sessions")
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "listSessions", summary = "List where a user is signed in")
    @APIResponse(responseCode = "200", description = "Their sessions that have not ended")
    public SessionResponse.All list(@PathParam("user") UUID user) {
        return SessionResponse.All.of(sessions.list(user));
    }

    @DELETE
    @Path("sessions")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(operationId = "endSessions", summary = "End all sessions of a user")
    @APIResponse(responseCode = "204", description = "They have ended")
    public void endAll(@PathParam("user") UUID user) {
        sessions.end(user, null);
    }

    @DELETE
    @Path("sessions/{session}")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(operationId = "endSession", summary = "End a session of a user")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void end(@PathParam("user") UUID user, @PathParam("session") UUID session) {
        sessions.end(user, session);
    }

    @DELETE
    @Path("totp")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "removeSecondFactorOf",
            summary = "Take the authenticator app from a user who has lost it",
            description = "Ends the user's sessions too. Needs a recent step-up.")
    @APIResponse(responseCode = "204", description = "The user signs in without a code")
    public void removeSecondFactor(@PathParam("user") UUID user) {
        sessions.removeSecondFactor(user);
    }
}
