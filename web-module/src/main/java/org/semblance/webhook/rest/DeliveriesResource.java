package org.semblance.webhook.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.delivery.Delivery;
import org.semblance.webhook.delivery.DeliveryId;
import org.semblance.webhook.delivery.DeliveryService;
import org.semblance.webhook.delivery.DeliveryState;

/** What was sent to a subscription, and what is to be sent again. */
@Path("webhooks/{webhook}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Webhooks")
public class DeliveriesResource {
    private final DeliveryService deliveries;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public DeliveriesResource() {
        this(null);
    }

    @Inject
    public DeliveriesResource(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @RolesAllowed(Permissions.WEBHOOK_READ)
    @Operation(operationId = "listWebhookDeliveries", summary = "List what was sent, the latest first")
    @APIResponse(responseCode = "200", description = "Some of the deliveries, and where to go on")
    public DeliveryResponse.Some list(
            @PathParam("webhook") String webhook,
            @Parameter(description = "pending, delivered, failed or cancelled", example = "failed")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageParameters page) {
        var wanted = Optional.ofNullable(state).map(DeliveryState::of);
        return DeliveryResponse.Some.of(deliveries.list(WebhookId.of(webhook), wanted, page.after(), page.limit()));
    }

    @GET
    @Path("{delivery}")
    @RolesAllowed(Permissions.WEBHOOK_READ)
    @Operation(operationId = "getWebhookDelivery", summary = "Get a delivery with its body and attempts")
    @APIResponse(responseCode = "200", description = "The delivery")
    public DeliveryResponse.Details get(@PathParam("webhook") String webhook, @PathParam("delivery") long delivery) {
        return DeliveryResponse.Details.of(deliveries.require(WebhookId.of(webhook), new DeliveryId(delivery)));
    }

    @POST
    @Path("{delivery}/replay")
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send a delivery again",
            description = "It keeps the id of its event, so that a receiver that has it already passes over it.")
    @APIResponseSchema(
            value = DeliveryResponse.class,
            responseCode = "202",
            responseDescription = "It is on its way; watch it at the address in the header Location")
    @APIResponse(responseCode = "409", description = "`delivery-pending` or `webhook-disabled`")
    public Response replay(
            @PathParam("webhook") String webhook, @PathParam("delivery") long delivery, @Context UriInfo uri) {
        return accepted(webhook, deliveries.replay(WebhookId.of(webhook), new DeliveryId(delivery)), uri);
    }

    static Response accepted(String webhook, Delivery delivery, UriInfo uri) {
        return Response.accepted(DeliveryResponse.of(delivery))
                .location(uri.getBaseUriBuilder()
                        .path("webhooks/{webhook}/deliveries/{delivery}")
                        .build(webhook, delivery.id()))
                .build();
    }
}
