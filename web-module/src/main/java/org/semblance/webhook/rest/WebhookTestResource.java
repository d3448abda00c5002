package org.semblance.webhook.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.delivery.DeliveryService;

/** Tries the way to a receiver. */
@Path("webhooks/{webhook}/test")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Webhooks")
public class WebhookTestResource {
    private final DeliveryService deliveries;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public WebhookTestResource() {
        this(null);
    }

    @Inject
    public WebhookTestResource(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @POST
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    @Operation(operationId = "testWebhook", summary = "Send a `ping`, to see whether it arrives")
    @APIResponseSchema(
            value = DeliveryResponse.class,
            responseCode = "202",
            responseDescription = "It is on its way; watch it at the address in the header Location")
    @APIResponse(responseCode = "409", description = "`webhook-disabled`")
    public Response test(@PathParam("webhook") String webhook, @Context UriInfo uri) {
        return DeliveriesResource.accepted(webhook, deliveries.test(WebhookId.of(webhook)), uri);
    }
}
