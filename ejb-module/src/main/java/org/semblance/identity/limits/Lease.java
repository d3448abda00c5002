package org.semblance.identity.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * What this node holds of one caller's units, taken from the shared bucket in advance, so that few requests write. A
 * refusal is remembered for a second: who goes on asking costs the database nothing.
 */
final class Lease {
    private static final Duration REFUSAL_KEPT = Duration.ofSeconds(1);

    private long held;
    private long elsewhere;
    private long refused = Long.MAX_VALUE;
    private Instant refusedAt = Instant.EPOCH;
    private Instant retryAt = Instant.EPOCH;

    /** Where units come from. */
    interface Source {
        Grant take(Allowance allowance, long needed, long wanted);
    }

    /** Spends units; how many are left after that, here and in the bucket. */
    synchronized long spend(Allowance allowance, long units, Source source, Instant now) {
        if (held < units) {
            if (units >= refused && now.isBefore(refusedAt.plus(REFUSAL_KEPT))) {
                throw new RateLimitedException(
                        (int) Math.max(1, Duration.between(now, retryAt).toSeconds()));
            }
            long needed = units - held;
            Grant grant = source.take(allowance, needed, Math.max(needed, allowance.advance()));
            elsewhere = grant.left();
            if (grant.units() == 0) {
                refused = units;
                refusedAt = now;
                retryAt = now.plusSeconds(grant.retryAfterSeconds());
                throw new RateLimitedException(grant.retryAfterSeconds());
            }
            held += grant.units();
        }
        held -= units;
        return held + elsewhere;
    }
}
