package org.semblance.surveillance.unknown.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.unknown.StrangerId;

/** Persons whom nobody knows. */
@Path("strangers")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Unknown faces")
public class StrangersResource {
    private final QueueService queue;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public StrangersResource() {
        this(null, null);
    }

    @Inject
    public StrangersResource(QueueService queue, SignedUrls urls) {
        this.queue = queue;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(
            operationId = "listStrangers",
            summary = "List recurring strangers, the newest first",
            description = "Those who were seen at least twice; with `recurring=false` all of them.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "Some of the strangers, and where to go on")
    public StrangerResponse.Some list(@Valid @BeanParam StrangerParameters wanted) {
        return StrangerResponse.Some.of(queue.strangers(wanted.gallery(), wanted.query()), urls);
    }

    @GET
    @Path("{stranger}")
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(
            operationId = "getStranger",
            summary = "Get a stranger",
            description = "Their faces: `GET /unknown-faces?stranger=`. The id stays when they are known.")
    @APIResponse(responseCode = "200", description = "The stranger, and what became of them")
    public StrangerResponse get(@PathParam("stranger") long stranger) {
        return StrangerResponse.of(queue.require(new StrangerId(stranger)), urls);
    }
}
