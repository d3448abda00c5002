package org.semblance.webhook.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.webhook.WebhookService;

/** What can be subscribed to. */
@Path("webhooks/event-types")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Webhooks")
public class EventTypesResource {
    private final WebhookService webhooks;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public EventTypesResource() {
        this(null);
    }

    @Inject
    public EventTypesResource(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @RolesAllowed(Permissions.WEBHOOK_READ)
    @Operation(operationId = "listWebhookEventTypes", summary = "List what can be subscribed to")
    @APIResponse(responseCode = "200", description = "Every type of event, with an example")
    public EventTypeResponse.All list() {
        return EventTypeResponse.All.of(webhooks.eventTypes());
    }
}
