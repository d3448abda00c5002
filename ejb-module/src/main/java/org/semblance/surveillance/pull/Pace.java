package org.semblance.surveillance.pull;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often a frame is due; what was missed is not made up for. */
final class Pace {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long interval;
    private final LongSupplier nanoTime;
    private long next;

    Pace(double framesPerSecond, LongSupplier nanoTime) {
        this.interval = (long) (NANOS_PER_SECOND / framesPerSecond);
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Whether one is due now; if so, the next one is some time later. */
    boolean isDue() {
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return false;
        }
        next = Math.max(next + interval, now + 1);
        return true;
    }

    /** Until the next one is due. */
    Duration untilNext() {
        return Duration.ofNanos(Math.max(0, next - nanoTime.getAsLong()));
    }
}
