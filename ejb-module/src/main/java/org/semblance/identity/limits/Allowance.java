package org.semblance.identity.limits;

/**
 * What a caller may ask for.
 *
 * @param caller whose units they are
 * @param unitsPerMinute how many come back in a minute, and how many can be saved up; 0 sets no bound
 * @param unitsPerDay how many there are on a day (UTC); 0 sets no bound
 */
public record Allowance(String caller, int unitsPerMinute, long unitsPerDay) {
    private static final double SECONDS = 60;

    public boolean isUnlimited() {
        return unitsPerMinute == 0 && unitsPerDay == 0;
    }

    int capacity() {
        return unitsPerMinute == 0 ? Integer.MAX_VALUE : unitsPerMinute;
    }

    double unitsPerSecond() {
        return capacity() / SECONDS;
    }

    long quota() {
        return unitsPerDay == 0 ? Long.MAX_VALUE : unitsPerDay;
    }

    /** What a node takes in advance: so little that it hardly matters where it lies unused. */
    long advance() {
        return Math.max(1, Math.min(capacity() / 20, quota() / 100));
    }
}
