package org.semblance.surveillance.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How sure a camera must be before it adds what it saw to a person, and how much of that it may add. */
@ApplicationScoped
public class LearningSettings {
    private static final String PREFIX = "semblance.surveillance.learning.";
    private static final int MOST_FACES = 1000;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(365);

    private final double thresholdAbove;
    private final double marginAbove;
    private final double minQuality;
    private final double minLiveness;
    private final double sameFrom;
    private final int maxFaces;
    private final Duration pause;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LearningSettings() {
        this.thresholdAbove = 0;
        this.marginAbove = 0;
        this.minQuality = 0;
        this.minLiveness = 0;
        this.sameFrom = 0;
        this.maxFaces = 0;
        this.pause = null;
    }

    @Inject
    public LearningSettings(
            @ConfigProperty(name = PREFIX + "threshold-above", defaultValue = "0.15") double thresholdAbove,
            @ConfigProperty(name = PREFIX + "margin-above", defaultValue = "0.1") double marginAbove,
            @ConfigProperty(name = PREFIX + "min-quality", defaultValue = "0.6") double minQuality,
            @ConfigProperty(name = PREFIX + "min-liveness", defaultValue = "0.8") double minLiveness,
            @ConfigProperty(name = PREFIX + "same-from", defaultValue = "0.95") double sameFrom,
            @ConfigProperty(name = PREFIX + "max-faces", defaultValue = "20") int maxFaces,
            @ConfigProperty(name = PREFIX + "pause", defaultValue = "PT1H") Duration pause) {
        this.thresholdAbove = unit("threshold-above", thresholdAbove);
        this.marginAbove = unit("margin-above", marginAbove);
        this.minQuality = unit("min-quality", minQuality);
        this.minLiveness = unit("min-liveness", minLiveness);
        this.sameFrom = unit("same-from", sameFrom);
        this.maxFaces = maxFaces;
        this.pause = pause;
        if (maxFaces < 0 || maxFaces > MOST_FACES) {
            throw new IllegalArgumentException(PREFIX + "max-faces lies between 0 and " + MOST_FACES);
        }
        if (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException(PREFIX + "pause lies between PT0S and P365D");
        }
    }

    private static double unit(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(PREFIX + key + " lies between 0 and 1, not " + value);
        }
        return value;
    }

    /** By how much the similarity must be above what an ordinary match needs. */
    public double thresholdAbove() {
        return thresholdAbove;
    }

    /** By how much the lead over the next person must be above what an ordinary match needs. */
    public double marginAbove() {
        return marginAbove;
    }

    public double minQuality() {
        return minQuality;
    }

    /** Least probability that the face is live, where the pack can tell. */
    public double minLiveness() {
        return minLiveness;
    }

    /** Similarity from which a face shows nothing that the person's faces do not show already. */
    public double sameFrom() {
        return sameFrom;
    }

    /** How many faces of one person may be learned. */
    public int maxFaces() {
        return maxFaces;
    }

    /** How long after a face of a person was learned no other one is. */
    public Duration pause() {
        return pause;
    }
}
