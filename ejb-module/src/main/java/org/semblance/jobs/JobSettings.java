package org.semblance.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.semblance.platform.Threads;

/** How nodes share the work. */
@ApplicationScoped
public class JobSettings {
    private static final int MOST_RUNS = 32;
    private static final int MOST_PARTS = 64;
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final int runs;
    private final int parts;
    private final Duration heartbeat;
    private final Duration silence;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobSettings() {
        this(1, 0, SHORTEST, LONGEST);
    }

    @Inject
    public JobSettings(
            @ConfigProperty(name = "semblance.jobs.at-once", defaultValue = "2") int runs,
            @ConfigProperty(name = "semblance.jobs.parts", defaultValue = "0") int parts,
            @ConfigProperty(name = "semblance.jobs.heartbeat", defaultValue = "PT3S") Duration heartbeat,
            @ConfigProperty(name = "semblance.jobs.silence", defaultValue = "PT30S") Duration silence) {
        if (runs < 0 || runs > MOST_RUNS) {
            throw new IllegalArgumentException("semblance.jobs.at-once lies between 0 and " + MOST_RUNS);
        }
        if (parts < 0 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("semblance.jobs.parts lies between 0 and " + MOST_PARTS);
        }
        if (heartbeat.compareTo(SHORTEST) < 0 || heartbeat.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.jobs.heartbeat lies between " + SHORTEST + " and " + LONGEST);
        }
        if (silence.compareTo(heartbeat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("semblance.jobs.silence is at least twice semblance.jobs.heartbeat");
        }
        this.runs = runs;
        this.parts = parts == 0 ? Math.min(MOST_PARTS, Threads.computing()) : parts;
        this.heartbeat = heartbeat;
        this.silence = silence;
    }

    /** How many runs this node does at the same time; none when jobs are the other nodes' business. */
    public int runs() {
        return runs;
    }

    /** Into how many parts a step that computes much is divided. */
    public int parts() {
        return parts;
    }

    /** How often this node says that it is alive. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** After how long nobody believes that a node which says nothing is alive. */
    public Duration silence() {
        return silence;
    }
}
