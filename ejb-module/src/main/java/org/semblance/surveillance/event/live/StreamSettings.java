package org.semblance.surveillance.event.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many may listen to events, and for how long at a time. */
@ApplicationScoped
public class StreamSettings {
    private static final int MOST_STREAMS = 10_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final int maxStreams;
    private final Duration lifetime;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected StreamSettings() {
        this.maxStreams = 0;
        this.lifetime = null;
    }

    @Inject
    public StreamSettings(
            @ConfigProperty(name = "semblance.events.max-streams", defaultValue = "200") int maxStreams,
            @ConfigProperty(name = "semblance.events.stream-lifetime", defaultValue = "PT1H") Duration lifetime) {
        this.maxStreams = maxStreams;
        this.lifetime = lifetime;
        if (maxStreams < 1 || maxStreams > MOST_STREAMS) {
            throw new IllegalArgumentException("semblance.events.max-streams lies between 1 and " + MOST_STREAMS);
        }
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "semblance.events.stream-lifetime lies between " + SHORTEST + " and " + LONGEST);
        }
    }

    /** How many listen on a node at the most. */
    public int maxStreams() {
        return maxStreams;
    }

    /** After this a stream ends, and whoever wants to go on says again who they are. */
    public Duration lifetime() {
        return lifetime;
    }
}
