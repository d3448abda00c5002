package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;

/**
 * Whose faces does this photo show?
 *
 * @param threshold overrides the gallery's; null takes that or the model pack's
 * @param limit how many candidates to return for each face
 */
public record SearchRequest(
        GalleryName gallery, Photo photo, @Nullable Double threshold, int limit) {
    public static final int MAX_LIMIT = 100;

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "limit lies between 1 and " + MAX_LIMIT + ", not " + limit);
        }
        if (threshold != null && !(threshold >= -1 && threshold <= 1)) {
            throw new InvalidInputException("threshold", "threshold lies between -1 and 1, not " + threshold);
        }
    }
}
