package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** Whether servers tell each other what they hear of cameras. Never down: recognition goes on without. */
@ApplicationScoped
public class HealthCacheProbe implements HealthProbe {
    private final SteadyHealthCache cache;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected HealthCacheProbe() {
        this(null);
    }

    @Inject
    public HealthCacheProbe(SteadyHealthCache cache) {
        this.cache = cache;
    }

    @Override
    public String name() {
        return HealthChecks.HEALTH_CACHE;
    }

    @Override
    public Finding look() {
        return cache.outage()
                .map(outage -> Finding.degraded(Remark.of(
                        "fails", "degraded: the health cache fails since %s (%s)", outage.since(), outage.reason())))
                .orElseGet(() -> Finding.up(Remark.of("works", "The health cache works")));
    }
}
