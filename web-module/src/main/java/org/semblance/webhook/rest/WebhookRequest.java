package org.semblance.webhook.rest;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.webhook.NewWebhook;

/** A subscription to make. */
@Schema(name = "NewWebhook", description = "A subscription to make")
public record WebhookRequest(
        @Schema(description = "What people call it", maxLength = 200, examples = "Door controller") @NotNull
        String name,

        @Schema(description = WebhookResponse.URL, maxLength = 2000, examples = WebhookResponse.URL_EXAMPLE) @NotNull
        String url,

        @Schema(description = WebhookResponse.EVENT_TYPES, examples = WebhookResponse.EVENT_TYPES_EXAMPLE) @NotNull
        List<String> eventTypes,

        @Schema(description = WebhookResponse.GALLERIES, examples = "[\"staff\"]") @Nullable
        List<String> galleries) {

    NewWebhook toNewWebhook() {
        return new NewWebhook(name, url, eventTypes, Objects.requireNonNullElse(galleries, List.of()));
    }
}
