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

/** Where the caller is signed in. */
@Path("auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Sign-in")
public class OwnSessionsResource {
    private final SessionService sessions;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public OwnSessionsResource() {
        this(null);
    }

    @Inject
    public OwnSessionsResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "listOwnSessions", summary = "List where you are signed in")
    @APIResponse(responseCode = "200", description = "Your sessions that have not ended")
    public SessionResponse.All list() {
        return SessionResponse.All.of(sessions.listOwn());
    }

    @DELETE
    @RolesAllowed("**")
    @Operation(operationId = "endOtherSessions", summary = "End all your sessions but this one")
    @APIResponse(responseCode = "204", description = "They have ended")
    public void endOthers() {
        sessions.endOthers();
    }

    @DELETE
    @Path("{session}")
    @RolesAllowed("**")
    @Operation(operationId = "endOwnSession", summary = "End one of your sessions")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void end(@PathParam("session") UUID session) {
        sessions.endOwn(session);
    }
}
