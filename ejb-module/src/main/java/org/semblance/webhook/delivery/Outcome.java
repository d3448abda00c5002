package org.semblance.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param isGone whether the receiver wants nothing more, ever
 * @param wish pause that the receiver asks for
 */
public record Outcome(
        int durationMillis,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer,
        boolean isGone,
        Optional<Duration> wish) {

    boolean isDelivered() {
        return error == null;
    }
}
