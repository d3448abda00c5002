package org.semblance.surveillance.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a frame was taken, as far as that is to be believed.
 *
 * @param at by our clock
 * @param isSkewed whether the agent's clock was too wrong to go by
 * @param isOld whether that is too long ago for a door to open
 */
record FrameTime(Instant at, boolean isSkewed, boolean isOld) {
    private static final Duration OLD = Duration.ofSeconds(10);
    private static final Duration OLDEST = Duration.ofDays(7);

    /**
     * What an agent says of its clock decides: where it told what its clock showed when it sent the frame, the difference
     * to ours sets the time right. Otherwise its time counts as it is, unless it is too far from ours.
     *
     * @param takenAt by the agent's clock; null for now
     * @param sentAt what the agent's clock showed when it sent the frame; null where it did not say
     */
    static FrameTime of(@Nullable Instant takenAt, @Nullable Instant sentAt, Instant arrivedAt, Duration tolerance) {
        if (takenAt == null) {
            return new FrameTime(arrivedAt, false, false);
        }
        if (sentAt != null) {
            Duration age = Duration.between(takenAt, sentAt);
            boolean isPossible = !age.isNegative() && age.compareTo(OLDEST) <= 0;
            return isPossible ? at(arrivedAt.minus(age), arrivedAt) : new FrameTime(arrivedAt, true, false);
        }
        if (Duration.between(takenAt, arrivedAt).abs().compareTo(tolerance) > 0) {
            return new FrameTime(arrivedAt, true, false);
        }
        return at(takenAt.isAfter(arrivedAt) ? arrivedAt : takenAt, arrivedAt);
    }

    private static FrameTime at(Instant at, Instant arrivedAt) {
        return new FrameTime(at, false, at.isBefore(arrivedAt.minus(OLD)));
    }
}
