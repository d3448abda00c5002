package org.semblance.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param total how many items there are, unknown until they are counted
 * @param done how many items have been dealt with for good, refused ones among them
 * @param failed how many items were refused; {@link JobLauncher#failures} says why
 * @param perSecond how many items the current attempt deals with in a second, unknown before it has dealt with one
 * @param remaining how long the rest takes at that rate, unknown while the rate or the total is
 */
public record JobProgress(
        @Nullable Long total,
        long done,
        long failed,
        @Nullable Double perSecond,
        @Nullable Duration remaining) {
    private static final double MILLIS = 1000;

    /**
     * How far a run has come that has dealt with some items before.
     *
     * @param before how many items were done when the current attempt began
     * @param worked how long it has worked
     */
    public static JobProgress of(@Nullable Long total, long done, long failed, long before, Duration worked) {
        long now = done - before;
        if (now <= 0 || worked.isZero() || worked.isNegative()) {
            return new JobProgress(total, done, failed, null, null);
        }
        double perSecond = now * MILLIS / worked.toMillis();
        var remaining = total == null
                ? null
                : Duration.ofSeconds(Math.max(0, Math.round(Math.ceil((total - done) / perSecond))));
        return new JobProgress(total, done, failed, perSecond, remaining);
    }
}
