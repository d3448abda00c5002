package org.semblance.identity.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long keys live, and how many somebody may have. */
@ApplicationScoped
public class ApiKeySettings {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int MOST_KEYS = 10_000;

    private final Duration lifetime;
    private final Duration maxLifetime;
    private final int maxPerOwner;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ApiKeySettings() {
        this.lifetime = null;
        this.maxLifetime = null;
        this.maxPerOwner = 0;
    }

    @Inject
    public ApiKeySettings(
            @ConfigProperty(name = "semblance.keys.lifetime", defaultValue = "P90D") Duration lifetime,
            @ConfigProperty(name = "semblance.keys.max-lifetime", defaultValue = "P366D") Duration maxLifetime,
            @ConfigProperty(name = "semblance.keys.max-per-owner", defaultValue = "50") int maxPerOwner) {
        this.lifetime = lifetime;
        this.maxLifetime = maxLifetime;
        this.maxPerOwner = maxPerOwner;
        if (maxLifetime.compareTo(SHORTEST) < 0 || maxLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.keys.max-lifetime lies between PT1H and P3660D");
        }
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(maxLifetime) > 0) {
            throw new IllegalArgumentException(
                    "semblance.keys.lifetime lies between PT1H and semblance.keys.max-lifetime");
        }
        if (maxPerOwner < 1 || maxPerOwner > MOST_KEYS) {
            throw new IllegalArgumentException("semblance.keys.max-per-owner lies between 1 and " + MOST_KEYS);
        }
    }

    /** How long a key counts of which nothing else is said. */
    public Duration lifetime() {
        return lifetime;
    }

    public Duration maxLifetime() {
        return maxLifetime;
    }

    /** How many keys that still count one user may have. */
    public int maxPerOwner() {
        return maxPerOwner;
    }
}
