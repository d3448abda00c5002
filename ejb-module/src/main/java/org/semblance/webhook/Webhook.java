package org.semblance.webhook;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as callers see it.
 *
 * @param disabled why nothing is sent; null while it is active
 * @param failingSince first failure since the last success
 */
public record Webhook(
        WebhookId id,
        NewWebhook terms,
        @Nullable Disabled disabled,
        @Nullable Instant failingSince,
        @Nullable Instant oldSecretUntil,
        String createdBy,
        Instant createdAt,
        int version) {

    /** Why nothing is sent. */
    public enum Disabled {
        /** Somebody said so. */
        BY_USER,
        /** The receiver answered 410. */
        GONE,
        /** Nothing could be delivered for days. */
        FAILING;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Disabled of(String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No webhook is disabled for " + code));
        }
    }

    public boolean isActive() {
        return disabled == null;
    }

    /** A secret that is shown this once. */
    public record Secret(String value, @Nullable Instant oldUntil) {}

    /** A new subscription with its secret. */
    public record Created(Webhook webhook, String secret) {}

    static List<String> texts(Object[] array) {
        return Arrays.stream(array).map(Object::toString).toList();
    }
}
