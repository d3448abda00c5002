package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.search.Filter;
import org.semblance.platform.InvalidInputException;

/**
 * Where to look for somebody, and what to tell.
 *
 * @param threshold overrides the gallery's; null takes that
 * @param limit how many candidates to return for each face
 * @param exact whether ways of searching that may miss somebody are out of question
 */
public record SearchScope(GalleryName gallery, @Nullable Double threshold, int limit, Filter filter, boolean exact)
        implements InGallery {
    public static final int MAX_LIMIT = 100;

    public SearchScope {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "limit lies between 1 and " + MAX_LIMIT + ", not " + limit);
        }
        if (threshold != null && !(threshold >= -1 && threshold <= 1)) {
            throw new InvalidInputException("threshold", "threshold lies between -1 and 1, not " + threshold);
        }
    }

    public static SearchScope of(GalleryName gallery, int limit) {
        return new SearchScope(gallery, null, limit, Filter.NONE, false);
    }
}
