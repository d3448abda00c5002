package org.semblance.surveillance.pull;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a camera is tried again: from a second to a minute, never all cameras at the same moment. */
final class BackOff {
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final double LEAST_PART = 0.75;

    private BackOff() {}

    /**
     * The pause.
     *
     * @param failures how many there were in a row before this one
     */
    static Duration after(int failures) {
        return after(failures, ThreadLocalRandom.current().nextDouble());
    }

    static Duration after(int failures, double random) {
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration part = Duration.ofMillis((long) (whole.toMillis() * (LEAST_PART + (1 - LEAST_PART) * random)));
        return part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
    }
}
