package org.semblance.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When to try again: after ever longer pauses, which differ a little so that not all come back at once. */
final class RetryRule {
    private static final int FACTOR = 3;
    private static final int MOST_STEPS = 20;
    private static final double LEAST_SHARE = 0.8;
    private static final double SPREAD = 0.4;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private final RetrySettings settings;
    private final DoubleSupplier random;

    /** @param random numbers from 0 to 1 */
    RetryRule(RetrySettings settings, DoubleSupplier random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * The pause before the next attempt; none when it is time to give up.
     *
     * @param tries how many attempts have failed
     * @param waited since the delivery was queued
     * @param wish of the receiver, who may ask for a longer pause
     */
    Optional<Duration> pause(int tries, Duration waited, Optional<Duration> wish) {
        double seconds = settings.firstRetry().toMillis() / 1000.0;
        for (int i = 1; i < Math.min(tries, MOST_STEPS); i++) {
            seconds = Math.min(seconds * FACTOR, (double) LONGEST_PAUSE.toSeconds());
        }
        var usual = Duration.ofMillis((long) (seconds * 1000 * (LEAST_SHARE + SPREAD * random.getAsDouble())));
        if (waited.plus(usual).compareTo(settings.period()) > 0) {
            return Optional.empty();
        }
        Duration wished = wish.orElse(Duration.ZERO);
        Duration granted = wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
        return Optional.of(granted.compareTo(usual) > 0 ? granted : usual);
    }
}
