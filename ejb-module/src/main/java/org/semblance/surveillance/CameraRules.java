package org.semblance.surveillance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * What the decisions on a camera's frames go by, beyond the rules of its gallery.
 *
 * @param threshold similarity that a match needs here; null takes the gallery's
 * @param margin how far the best person must be ahead here; null takes the gallery's
 * @param minQuality faces below are rejected
 * @param requiresLiveness whether faces that may be prints or screens are rejected; needs a pack that can tell
 * @param sightingWindow somebody seen again within it is still the same sighting; zero makes every frame its own
 * @param keepsUnknown whether faces of nobody known are kept for review
 * @param learns whether sure matches add faces to their persons
 */
public record CameraRules(
        @Nullable Double threshold,
        @Nullable Double margin,
        double minQuality,
        boolean requiresLiveness,
        Duration sightingWindow,
        boolean keepsUnknown,
        boolean learns) {
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    public static final CameraRules STANDARD =
            new CameraRules(null, null, 0.3, false, Duration.ofSeconds(30), true, false);

    public CameraRules {
        requireUnit("threshold", threshold);
        requireUnit("margin", margin);
        requireUnit("min_quality", minQuality);
        if (sightingWindow.isNegative() || sightingWindow.compareTo(LONGEST_WINDOW) > 0) {
            throw new InvalidInputException(
                    "sighting_seconds", "sighting_seconds lies between 0 and " + LONGEST_WINDOW.toSeconds());
        }
    }

    private static void requireUnit(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new InvalidInputException(field, field + " lies between 0 and 1, not " + value);
        }
    }
}
