package org.semblance.gallery;

import org.semblance.vision.Photo;

/** Whose faces does this photo show? */
public record SearchRequest(SearchScope scope, Photo photo) implements InGallery {
    @Override
    public GalleryName gallery() {
        return scope.gallery();
    }
}
