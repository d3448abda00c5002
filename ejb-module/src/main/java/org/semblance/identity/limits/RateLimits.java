package org.semblance.identity.limits;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Bounds what each caller asks for, over all nodes together. Each node holds a twentieth of a minute's units and a
 * hundredth of a day's in advance, by which the count may be off for each node. While the database does not answer,
 * each node counts for itself.
 */
@ApplicationScoped
public class RateLimits {
    private static final Logger LOG = Logger.getLogger(RateLimits.class);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final int MOST_CALLERS = 10_000;

    private final BucketStore store;
    private final Clock clock;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final Map<String, Bucket> ownBuckets = new ConcurrentHashMap<>();
    private volatile Instant awayUntil = Instant.EPOCH;
    private volatile boolean isAway;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RateLimits() {
        this(null, null);
    }

    @Inject
    public RateLimits(BucketStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts a request; {@link RateLimitedException} when its caller has to wait. */
    public Standing spend(Allowance allowance, Cost cost) {
        if (leases.size() > MOST_CALLERS) {
            leases.clear();
        }
        Lease lease = leases.computeIfAbsent(allowance.caller(), caller -> new Lease());
        long units = Math.min(cost.units(), Math.min(allowance.capacity(), allowance.quota()));
        return new Standing(allowance, lease.spend(allowance, units, this::take, clock.instant()));
    }

    private Grant take(Allowance allowance, long needed, long wanted) {
        Instant now = clock.instant();
        if (now.isBefore(awayUntil)) {
            return takeOwn(allowance, needed, now);
        }
        try {
            Grant grant = store.take(allowance, needed, wanted);
            isAway = false;
            ownBuckets.remove(allowance.caller());
            return grant;
        } catch (EJBException | IllegalStateException e) {
            if (!isAway) {
                LOG.infof(
                        "Callers cannot be counted over all nodes, so this one counts for itself: %s", e.getMessage());
            }
            isAway = true;
            awayUntil = now.plus(ASKED_AGAIN_AFTER);
            return takeOwn(allowance, needed, now);
        }
    }

    /** The lock of the caller's lease is held. */
    private Grant takeOwn(Allowance allowance, long needed, Instant now) {
        Bucket bucket = ownBuckets
                .getOrDefault(allowance.caller(), Bucket.full(allowance, now))
                .at(now, allowance);
        Grant grant = bucket.take(needed, needed, allowance);
        ownBuckets.put(allowance.caller(), bucket.without(grant));
        return grant;
    }
}
