package org.semblance.retention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.RetentionKind;

/**
 * How long something is kept.
 *
 * @param period how long; what is older goes with the next purge
 * @param enabled whether it goes at all
 * @param version how often somebody changed it; 0 while it is as usual
 * @param change the last change; null while nobody has changed it
 */
public record RetentionPolicy(
        String kind,
        String holds,
        Lifetime lifetime,
        Duration period,
        boolean enabled,
        int version,
        @Nullable Change change) {
    /** Who changed it. */
    public record Change(String by, Instant at) {}

    static RetentionPolicy usual(RetentionKind kind) {
        Lifetime lifetime = kind.lifetime();
        return new RetentionPolicy(kind.name(), kind.holds(), lifetime, lifetime.standard(), true, 0, null);
    }

    RetentionPolicy as(Duration wanted, boolean isEnabled, int changes, Change last) {
        return new RetentionPolicy(kind, holds, lifetime, wanted, isEnabled, changes, last);
    }
}
