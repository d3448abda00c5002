package org.semblance.webhook.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.semblance.webhook.WebhookService;

/** Subscriptions of other systems. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Webhooks")
public class WebhooksResource {
    private final WebhookService webhooks;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public WebhooksResource() {
        this(null);
    }

    @Inject
    public WebhooksResource(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @RolesAllowed(Permissions.WEBHOOK_READ)
    @Operation(operationId = "listWebhooks", summary = "List the webhooks")
    @APIResponse(responseCode = "200", description = "Every webhook, the oldest first; never a secret")
    public WebhookResponse.All list() {
        return WebhookResponse.All.of(webhooks.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    @Operation(
            operationId = "createWebhook",
            summary = "Subscribe to events",
            description = "The secret in the answer is shown this once; an answer with a secret is not kept for an "
                    + "`Idempotency-Key`.")
    @APIResponseSchema(
            value = WebhookResponse.Created.class,
            responseCode = "201",
            responseDescription = "The webhook with its secret, at the address in the header Location")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", description = "`too-many-webhooks`: there are a hundred already")
    @APIResponse(responseCode = "422", description = "`address-refused`: the server does not go there")
    public Response create(@NotNull @Valid WebhookRequest body, @Context UriInfo uri) {
        var created = WebhookResponse.Created.of(webhooks.create(body.toNewWebhook()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(created.webhook().id())
                        .build())
                .entity(created)
                .build();
    }
}
