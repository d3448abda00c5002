package org.semblance.audit.chain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which numbers of entries will never come any more. A number is given early in a transaction and seen when
 * that commits, so a small number may come late. When all transactions that ran as a number was seen have ended, none
 * below it is still to come.
 */
final class Settling {
    /** Between taking a number and showing up as a transaction lies an instant; this is much longer. */
    private static final Duration MIN_AGE = Duration.ofMinutes(1);

    private final Duration minAge;
    private @Nullable Candidate candidate;

    Settling() {
        this(MIN_AGE);
    }

    Settling(Duration minAge) {
        this.minAge = minAge;
    }

    /** Remembers the highest number seen, unless an earlier one is still being waited for. */
    void propose(long highest, Horizon horizon, Instant now) {
        if (candidate == null) {
            candidate = new Candidate(highest, horizon.next(), now);
        }
    }

    /** The number up to which nothing is to come, or the one known before; asked before the entries are read. */
    long settledTo(Horizon horizon, Instant now, long known) {
        Candidate waiting = candidate;
        if (waiting == null
                || horizon.oldest() < waiting.next()
                || now.isBefore(waiting.seenAt().plus(minAge))) {
            return known;
        }
        return Math.max(known, waiting.highest());
    }

    /** Starts over: what was proposed has settled, and its entries are sealed. */
    void accept() {
        candidate = null;
    }

    /**
     * Where the database's transactions are.
     *
     * @param oldest the oldest that still runs
     * @param next the first that has not begun
     */
    record Horizon(long oldest, long next) {}

    private record Candidate(long highest, long next, Instant seenAt) {}
}
