package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a camera may be silent. */
@ApplicationScoped
public class WatchSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final int LOOKS = 6;

    private final Duration silence;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WatchSettings() {
        this.silence = null;
    }

    @Inject
    public WatchSettings(
            @ConfigProperty(name = "semblance.surveillance.silence", defaultValue = "PT30S") Duration silence) {
        this.silence = silence;
        if (silence.compareTo(SHORTEST) < 0 || silence.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.surveillance.silence lies between PT3S and P1D");
        }
    }

    /** From when on a camera that sends nothing is offline. */
    public Duration silence() {
        return silence;
    }

    /** Often enough that offline is known little later. */
    Duration betweenLooks() {
        Duration part = silence.dividedBy(LOOKS);
        return part.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : part;
    }
}
