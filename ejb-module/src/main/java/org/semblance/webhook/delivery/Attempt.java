package org.semblance.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a delivery.
 *
 * @param recordedAt when it was over
 * @param status of the answer; null when there was none
 * @param error why it failed; null when it did not
 * @param answer beginning of the answer's body
 */
public record Attempt(
        int number,
        Instant recordedAt,
        int durationMillis,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer) {}
