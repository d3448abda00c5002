package org.semblance.identity.limits;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** What callers have spent; a day's quota must not come back before the day is over anywhere. */
@ApplicationScoped
public class UnusedBuckets extends AgedRowsKind {
    public UnusedBuckets() {
        super(
                "rate-limits",
                "What callers have spent of their rate, from their last request on",
                Lifetime.ofDays(2, 2, 30),
                AgedRows.of("rate_bucket", "caller", "filled_at"));
    }
}
