package org.semblance.identity.limits;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets callers who have not asked for anything for long. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BucketPurge {
    /** A day's quota must not come back before the day is over anywhere. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final BucketStore buckets;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BucketPurge() {
        this(null, null);
    }

    @Inject
    public BucketPurge(BucketStore buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    /** Once a day, on one node. */
    @Schedule(hour = "3", minute = "37", info = "rate-buckets")
    void daily() {
        buckets.forgetUnusedSince(clock.instant().minus(KEPT));
    }
}
