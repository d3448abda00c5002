package org.semblance.webhook.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.MergePatch;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookService;

/** One subscription. */
@Path("webhooks/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Webhooks")
public class WebhookResource {
    private final WebhookService webhooks;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public WebhookResource() {
        this(null);
    }

    @Inject
    public WebhookResource(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @RolesAllowed(Permissions.WEBHOOK_READ)
    @Operation(operationId = "getWebhook", summary = "Get a webhook")
    @APIResponse(responseCode = "200", description = "The webhook, without its secret")
    public WebhookResponse get(@PathParam("webhook") String webhook) {
        return WebhookResponse.of(webhooks.require(WebhookId.of(webhook)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook, disable or enable it",
            description = "Disabling cancels what is on its way; while it is disabled nothing is kept for it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookPatchBody.class)))
    @APIResponse(responseCode = "200", description = "The webhook as it is now")
    @APIResponse(responseCode = "422", description = "`address-refused`: the server does not go there")
    public WebhookResponse change(
            @PathParam("webhook") String webhook, @NotNull MergePatch patch, @BeanParam IfMatch match) {
        var wanted = WebhookPatchBody.read(patch.fields());
        return WebhookResponse.of(webhooks.change(WebhookId.of(webhook), wanted, match.expected()));
    }

    @DELETE
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "What is on its way and the log of its deliveries go with it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("webhook") String webhook) {
        webhooks.delete(WebhookId.of(webhook));
    }

    @POST
    @Path("secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook another secret",
            description = "For a while deliveries carry a signature by each, so that the receiver can be changed in "
                    + "between. The secret in the answer is shown this once.")
    @APIResponse(responseCode = "200", description = "The new secret")
    public SecretResponse rotate(@PathParam("webhook") String webhook, @Nullable RotationRequest body) {
        return SecretResponse.of(webhooks.rotate(WebhookId.of(webhook), RotationRequest.overlap(body)));
    }
}
