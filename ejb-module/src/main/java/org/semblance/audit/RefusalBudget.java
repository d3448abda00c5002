package org.semblance.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a flood of refusals, which anybody can cause who reaches the server, from filling the trail: of one source so
 * many a minute are recorded one by one, of all sources together so many, and of the rest how many there were.
 */
final class RefusalBudget {
    static final String ELSEWHERE = "elsewhere";

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perSource;
    private final int overall;
    private final int sources;

    private Instant since = Instant.EPOCH;
    private int recorded;
    private final Map<String, Integer> admitted = new HashMap<>();
    private final Map<String, Integer> skipped = new HashMap<>();

    /**
     * @param perSource refusals of one source that are recorded in a minute
     * @param overall refusals of all sources that are recorded in a minute
     * @param sources how many sources are told apart when they are only counted
     */
    RefusalBudget(int perSource, int overall, int sources) {
        this.perSource = perSource;
        this.overall = overall;
        this.sources = sources;
    }

    /** Whether a refusal of this source is recorded by itself; otherwise it is counted. */
    synchronized boolean admits(String source, Instant now) {
        if (isOver(now)) {
            begin(now);
        }
        if (recorded < overall && admitted.getOrDefault(source, 0) < perSource) {
            recorded++;
            admitted.merge(source, 1, Integer::sum);
            return true;
        }
        boolean isTold = skipped.containsKey(source) || skipped.size() < sources;
        skipped.merge(isTold ? source : ELSEWHERE, 1, Integer::sum);
        return false;
    }

    /** What was only counted since this was asked the last time. */
    synchronized List<Skipped> drain() {
        List<Skipped> counted = skipped.entrySet().stream()
                .map(entry -> new Skipped(entry.getKey(), entry.getValue()))
                .toList();
        skipped.clear();
        return counted;
    }

    private boolean isOver(Instant now) {
        return !now.isBefore(since.plus(WINDOW));
    }

    private void begin(Instant now) {
        since = now;
        recorded = 0;
        admitted.clear();
    }

    /** Refusals of one source that were counted instead of recorded. */
    record Skipped(String source, int count) {}
}
