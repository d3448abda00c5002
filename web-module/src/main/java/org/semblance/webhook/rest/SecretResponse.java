package org.semblance.webhook.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.rest.ShownOnce;
import org.semblance.webhook.Webhook;

/** A secret, shown this once. */
@Schema(name = "WebhookSecret", description = "What deliveries are signed with from now on")
public record SecretResponse(
        @Schema(description = SECRET, examples = SECRET_EXAMPLE)
        String secret,

        @Schema(description = "How long they are signed with the one before too; left out where they are not at all")
        @Nullable
        Instant oldSecretUntil)
        implements ShownOnce {
    static final String SECRET = "What deliveries are signed with; it is never shown again";
    static final String SECRET_EXAMPLE = "whsec_4fX1vJQ0m5w8yq3nG2kZ7rT9bLdHcUeAoiPsYxWtNjM";

    static SecretResponse of(Webhook.Secret secret) {
        return new SecretResponse(secret.value(), secret.oldUntil());
    }
}
