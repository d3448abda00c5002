package org.semblance.webhook.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.webhook.delivery.Attempt;
import org.semblance.webhook.delivery.Delivery;
import org.semblance.webhook.delivery.DeliveryService.Story;

/** A delivery as callers see it. */
@Schema(name = "WebhookDelivery", description = "An event on its way to a subscription, and what became of it")
public record DeliveryResponse(
        @Schema(examples = "1815") long id,

        @Schema(description = "The id by which receivers know the event", examples = WebhookResponse.ID_EXAMPLE)
        String eventId,

        @Schema(examples = "person.merged") String eventType,

        @Schema(
                examples = "delivered",
                enumeration = {"pending", "delivered", "failed", "cancelled"})
        String state,

        @Schema(description = "How often it was sent, in all", examples = "2")
        int attempts,

        Instant occurredAt,

        @Schema(description = "When it is sent next; left out when it is over") @Nullable
        Instant dueAt,

        @Schema(description = "Left out while it is pending") @Nullable
        Instant finishedAt,

        @Schema(description = "The last attempt; left out before the first is over") @Nullable
        AttemptBody lastAttempt) {

    static DeliveryResponse of(Delivery delivery) {
        var last = delivery.last();
        return new DeliveryResponse(
                delivery.id().value(),
                delivery.event().id().toString(),
                delivery.event().type(),
                delivery.state().code(),
                delivery.attempts(),
                delivery.event().occurredAt(),
                delivery.dueAt(),
                delivery.finishedAt(),
                last == null ? null : AttemptBody.of(last));
    }

    /** One attempt. */
    @Schema(name = "WebhookAttempt", description = "One attempt to send a delivery")
    public record AttemptBody(
            @Schema(description = "Which one; a number is missing where a server died", examples = "2")
            int number,

            @Schema(description = "When it was over") Instant recordedAt,
            @Schema(examples = "87") int durationMs,

            @Schema(description = "Of the answer; left out when there was none", examples = "503") @Nullable
            Integer status,

            @Schema(description = "Why it failed; left out when it did not", examples = "The receiver answered 503")
            @Nullable
            String error,

            @Schema(description = "Beginning of the answer", examples = "Under maintenance") @Nullable
            String answer) {
        static AttemptBody of(Attempt attempt) {
            return new AttemptBody(
                    attempt.number(),
                    attempt.recordedAt(),
                    attempt.durationMillis(),
                    attempt.status(),
                    attempt.error(),
                    attempt.answer());
        }
    }

    /** A delivery with everything about it. */
    @Schema(name = "WebhookDeliveryDetails", description = "A delivery with what is sent and how that went")
    public record Details(
            DeliveryResponse delivery,

            @Schema(description = "The body that is sent", examples = BODY_EXAMPLE)
            String body,

            @Schema(description = "The latest first, a hundred at most")
            List<AttemptBody> attempts) {
        private static final String BODY_EXAMPLE =
                "{\"id\":\"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10\",\"type\":\"person.purged\",\"sequence\":42,"
                        + "\"occurred_at\":\"2026-11-21T10:00:00Z\",\"gallery\":\"staff\",\"data\":{\"person\":4711}}";

        static Details of(Story story) {
            return new Details(
                    DeliveryResponse.of(story.delivery()),
                    story.delivery().event().json(),
                    story.attempts().stream().map(AttemptBody::of).toList());
        }
    }

    /** Some of many. */
    @Schema(name = "WebhookDeliveryPage", description = "Some of the deliveries, the latest first")
    public record Some(
            List<DeliveryResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "1766")
            @Nullable
            Long next) {
        static Some of(Page<Delivery> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(DeliveryResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
