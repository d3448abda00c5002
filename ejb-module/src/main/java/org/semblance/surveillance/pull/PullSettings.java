package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How cameras are read. */
@ApplicationScoped
public class PullSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 256;

    private final int cameras;
    private final Duration timeout;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PullSettings() {
        this.cameras = 0;
        this.timeout = null;
    }

    @Inject
    public PullSettings(
            @ConfigProperty(name = "semblance.surveillance.pull.cameras", defaultValue = "32") int cameras,
            @ConfigProperty(name = "semblance.surveillance.pull.timeout", defaultValue = "PT15S") Duration timeout) {
        this.cameras = cameras;
        this.timeout = timeout;
        if (cameras < 0 || cameras > MOST) {
            throw new IllegalArgumentException("semblance.surveillance.pull.cameras lies between 0 and " + MOST);
        }
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.surveillance.pull.timeout lies between PT1S and PT1M");
        }
    }

    /** How many cameras a node reads at once; with 0 it reads none. */
    public int cameras() {
        return cameras;
    }

    /** How long a camera may take to begin an answer, and for each picture. */
    public Duration timeout() {
        return timeout;
    }
}
