package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.List;

/**
 * How many recognitions there were.
 *
 * @param times hours or days in their order; those without any are left out
 * @param cameras those that saw anybody, the busiest first
 */
public record EventStatistics(Counts total, List<OfTime> times, List<OfCamera> cameras) {
    public EventStatistics {
        times = List.copyOf(times);
        cameras = List.copyOf(cameras);
    }

    /**
     * How many of each outcome.
     *
     * @param denied of all of these, those before a door that was to stay shut
     */
    public record Counts(long matched, long ambiguous, long unknown, long rejected, long denied) {
        public long all() {
            return matched + ambiguous + unknown + rejected;
        }
    }

    /** In an hour or on a day that begins then. */
    public record OfTime(Instant at, Counts counts) {}

    /** Before a camera. */
    public record OfCamera(Recorded.SeenBy camera, Counts counts) {}
}
