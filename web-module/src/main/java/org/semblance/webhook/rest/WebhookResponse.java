package org.semblance.webhook.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.rest.ShownOnce;
import org.semblance.platform.rest.Tagged;
import org.semblance.webhook.Webhook;

/** A subscription as callers see it. */
@Schema(name = "Webhook", description = "A subscription: events of some types are sent to an address")
public record WebhookResponse(
        @Schema(examples = ID_EXAMPLE) String id,
        @Schema(examples = "Door controller") String name,

        @Schema(description = URL, examples = URL_EXAMPLE) String url,

        @Schema(description = EVENT_TYPES, examples = EVENT_TYPES_EXAMPLE)
        List<String> eventTypes,

        @Schema(description = GALLERIES, examples = "[\"staff\"]")
        List<String> galleries,

        @Schema(description = "Whether events are sent", examples = "true")
        boolean active,

        @Schema(
                description = "Why nothing is sent: `by-user`, `gone` (the receiver answered 410) or `failing` (for "
                        + "days); left out while active",
                enumeration = {"by-user", "gone", "failing"})
        @Nullable
        String disabledReason,

        @Schema(description = "First failure since the last success; left out while all is well") @Nullable
        Instant failingSince,

        @Schema(description = "How long deliveries carry a signature by the secret before too; left out without one")
        @Nullable
        Instant oldSecretUntil,

        @Schema(examples = "ada") String createdBy,
        Instant createdAt,

        @Schema(description = "How often it was changed", examples = "3")
        int version)
        implements Tagged {
    static final String ID_EXAMPLE = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10";
    static final String URL = "Where events are sent: https, on the public Internet unless an operator allows more";
    static final String URL_EXAMPLE = "https://doors.example.com/semblance";
    static final String EVENT_TYPES = "Which events are sent; `GET /webhooks/event-types` lists them";
    static final String EVENT_TYPES_EXAMPLE = "[\"person.enrolled\", \"person.merged\", \"person.purged\"]";
    static final String GALLERIES = "Of which galleries; none means of all";

    static WebhookResponse of(Webhook webhook) {
        var disabled = webhook.disabled();
        return new WebhookResponse(
                webhook.id().toString(),
                webhook.terms().name(),
                webhook.terms().url(),
                webhook.terms().eventTypes(),
                webhook.terms().galleries(),
                webhook.isActive(),
                disabled == null ? null : disabled.code(),
                webhook.failingSince(),
                webhook.oldSecretUntil(),
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.version());
    }

    @Override
    public String entityTag() {
        return version + (failingSince == null ? "-well" : "-" + failingSince.toEpochMilli());
    }

    /** All of them: there are a hundred at most. */
    @Schema(name = "Webhooks", description = "Every subscription, the oldest first")
    public record All(List<WebhookResponse> items) {
        static All of(List<Webhook> webhooks) {
            return new All(webhooks.stream().map(WebhookResponse::of).toList());
        }
    }

    /** A new subscription. */
    @Schema(name = "CreatedWebhook", description = "A new subscription with its secret")
    public record Created(
            WebhookResponse webhook,

            @Schema(description = SecretResponse.SECRET, examples = SecretResponse.SECRET_EXAMPLE)
            String secret)
            implements ShownOnce {
        static Created of(Webhook.Created created) {
            return new Created(WebhookResponse.of(created.webhook()), created.secret());
        }
    }
}
