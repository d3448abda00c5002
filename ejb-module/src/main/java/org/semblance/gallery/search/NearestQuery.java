package org.semblance.gallery.search;

import org.semblance.gallery.search.memory.Scope;
import org.semblance.vision.Embedding;

/**
 * What is most similar to a probe in a gallery?
 *
 * @param limit how many are wanted
 * @param exact whether ways that may miss one are out of question
 */
public record NearestQuery(long galleryId, Embedding probe, int limit, Filter filter, boolean exact) {
    public NearestQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("A search for " + limit + " has no answer");
        }
    }

    Scope scope() {
        return new Scope(galleryId, probe.model());
    }

    public static NearestQuery of(long galleryId, Embedding probe, int limit) {
        return new NearestQuery(galleryId, probe, limit, Filter.NONE, false);
    }
}
