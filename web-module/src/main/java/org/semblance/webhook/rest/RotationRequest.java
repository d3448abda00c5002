package org.semblance.webhook.rest;

import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to change a secret. */
@Schema(name = "WebhookRotation", description = "How to change a secret")
public record RotationRequest(
        @Schema(
                description = "How many hours deliveries are signed with both secrets, 0 to 168; 0 where the old one "
                        + "has leaked",
                defaultValue = "24",
                examples = "24")
        @Nullable
        Integer overlapHours) {
    private static final int USUAL_HOURS = 24;

    static Duration overlap(@Nullable RotationRequest request) {
        Integer hours = request == null ? null : request.overlapHours;
        return Duration.ofHours(Objects.requireNonNullElse(hours, USUAL_HOURS));
    }
}
