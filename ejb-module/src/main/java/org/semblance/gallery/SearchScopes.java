package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.vision.FaceAnalysis;

/** Galleries with the model and the thresholds that hold in them now. */
@ApplicationScoped
public class SearchScopes {
    private final GalleryStore galleries;
    private final FaceAnalysis analysis;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchScopes() {
        this(null, null);
    }

    @Inject
    public SearchScopes(GalleryStore galleries, FaceAnalysis analysis) {
        this.galleries = galleries;
        this.analysis = analysis;
    }

    public SearchScope require(GalleryName name) {
        Gallery gallery = galleries.require(name);
        var embedder = analysis.embedder();
        double threshold = gallery.threshold().orElseGet(embedder::threshold);
        return new SearchScope(gallery.id(), name, embedder.model(), threshold, gallery.margin());
    }
}
