package org.semblance.gallery.search.memory;

import org.semblance.vision.ModelId;

/** What a search looks at: the faces of one gallery as one model sees them. */
public record Scope(long galleryId, ModelId model) {
    @Override
    public String toString() {
        return "gallery " + galleryId + " of " + model;
    }
}
