package org.semblance.surveillance.health;

import java.time.Instant;

/** How many frames came within the last minute, by the second. */
final class FrameCounter {
    private static final int SECONDS = 60;

    private final int[] counts = new int[SECONDS];
    private long newest;

    synchronized void count(Instant at) {
        forward(at.getEpochSecond());
        counts[Math.floorMod(newest, SECONDS)]++;
    }

    synchronized int inLastMinute(Instant now) {
        forward(now.getEpochSecond());
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** A clock that is set back counts for the newest second. */
    private void forward(long second) {
        long first = Math.max(newest + 1, second - SECONDS + 1);
        for (long passed = first; passed <= second; passed++) {
            counts[Math.floorMod(passed, SECONDS)] = 0;
        }
        newest = Math.max(newest, second);
    }
}
