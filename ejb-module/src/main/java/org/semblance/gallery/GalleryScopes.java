package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.vision.FaceAnalysis;

/** Galleries with the model and the thresholds that hold in them now. */
@ApplicationScoped
public class GalleryScopes {
    private final GalleryStore galleries;
    private final FaceAnalysis analysis;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryScopes() {
        this(null, null);
    }

    @Inject
    public GalleryScopes(GalleryStore galleries, FaceAnalysis analysis) {
        this.galleries = galleries;
        this.analysis = analysis;
    }

    public GalleryScope require(GalleryName name) {
        return scope(galleries.require(name));
    }

    /** By its number, unless it is gone. */
    public Optional<GalleryScope> find(long galleryId) {
        return galleries.find(galleryId).map(this::scope);
    }

    private GalleryScope scope(Gallery gallery) {
        var embedder = analysis.embedder();
        DecisionRule rule = gallery.rules().decisionRule(embedder.thresholds());
        return new GalleryScope(gallery.id(), gallery.name(), embedder.model(), rule.threshold(), rule.margin());
    }
}
