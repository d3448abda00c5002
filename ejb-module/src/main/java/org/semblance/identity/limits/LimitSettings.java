package org.semblance.identity.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What callers may ask for of whom nothing else is said. */
@ApplicationScoped
public class LimitSettings {
    private static final int MOST_PER_MINUTE = 100_000_000;

    private final int unitsPerMinute;
    private final long unitsPerDay;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LimitSettings() {
        this.unitsPerMinute = 0;
        this.unitsPerDay = 0;
    }

    @Inject
    public LimitSettings(
            @ConfigProperty(name = "semblance.limits.units-per-minute", defaultValue = "30000") int unitsPerMinute,
            @ConfigProperty(name = "semblance.limits.units-per-day", defaultValue = "0") long unitsPerDay) {
        this.unitsPerMinute = unitsPerMinute;
        this.unitsPerDay = unitsPerDay;
        if (unitsPerMinute < 0 || unitsPerMinute > MOST_PER_MINUTE) {
            throw new IllegalArgumentException("semblance.limits.units-per-minute lies between 0 and 100000000");
        }
        if (unitsPerDay < 0) {
            throw new IllegalArgumentException("semblance.limits.units-per-day is 0 or more");
        }
    }

    public int unitsPerMinute() {
        return unitsPerMinute;
    }

    public long unitsPerDay() {
        return unitsPerDay;
    }

    public Allowance ofUser(UUID user) {
        return new Allowance("user:" + user, unitsPerMinute, unitsPerDay);
    }
}
