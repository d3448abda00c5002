package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * A gallery about to be made.
 *
 * @param threshold similarity from which on faces match; null takes the model pack's calibrated one
 * @param margin how far the best person must be ahead of the next one
 * @param minQuality faces below are not enrolled
 */
public record NewGallery(
        GalleryName name, String title, @Nullable Double threshold, double margin, double minQuality) {
    public static final double DEFAULT_MARGIN = 0.05;
    public static final double DEFAULT_MIN_QUALITY = 0.3;
    private static final int MAX_TITLE = 200;

    public NewGallery {
        title = title.strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new InvalidInputException("title", "A gallery's title has 1 to " + MAX_TITLE + " characters");
        }
        requireUnit("margin", margin);
        requireUnit("min_quality", minQuality);
        if (threshold != null) {
            requireUnit("threshold", threshold);
        }
    }

    public static NewGallery named(String name) {
        return new NewGallery(new GalleryName(name), name, null, DEFAULT_MARGIN, DEFAULT_MIN_QUALITY);
    }

    private static void requireUnit(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInputException(field, field + " lies between 0 and 1, not " + value);
        }
    }
}
