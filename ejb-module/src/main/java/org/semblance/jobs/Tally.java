package org.semblance.jobs;

import java.util.HashMap;
import java.util.Map;

/**
 * What was done since the last time that it was told.
 *
 * @param done how many items were dealt with for good, refused ones among them
 * @param failed how many of them were refused
 * @param counts what was done, by kind: it adds up to the run's report
 */
public record Tally(long done, long failed, Map<String, Long> counts) {
    public static final Tally NOTHING = new Tally(0, 0, Map.of());

    public Tally {
        counts = Map.copyOf(counts);
    }

    /** One more item dealt with. */
    public Tally accepted() {
        return new Tally(done + 1, failed, counts);
    }

    /** One more item refused. */
    public Tally refused() {
        return new Tally(done + 1, failed + 1, counts);
    }

    public Tally done(long more) {
        return new Tally(done + more, failed, counts);
    }

    /** Some more of a kind, such as {@code persons-enrolled}. */
    public Tally with(String kind, long more) {
        if (more == 0) {
            return this;
        }
        var sums = new HashMap<>(counts);
        sums.merge(kind, more, Long::sum);
        return new Tally(done, failed, sums);
    }
}
