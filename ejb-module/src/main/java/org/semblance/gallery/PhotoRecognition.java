package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.audit.Actor;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;
import org.semblance.vision.Analysis;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.ModelId;
import org.semblance.vision.Photo;

/**
 * How the faces of a photo come to their persons, for services and jobs alike. Models first, then bytes, then rows: no
 * transaction waits for the slow parts, and a death in between leaves files without rows, which the sweep removes.
 */
@ApplicationScoped
public class PhotoRecognition {
    private final FaceAnalysis analysis;
    private final ImageStore images;
    private final GalleryStore galleries;
    private final EmbeddingStore embeddings;
    private final RecognitionStore store;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PhotoRecognition() {
        this(null, null, null, null, null);
    }

    @Inject
    public PhotoRecognition(
            FaceAnalysis analysis,
            ImageStore images,
            GalleryStore galleries,
            EmbeddingStore embeddings,
            RecognitionStore store) {
        this.analysis = analysis;
        this.images = images;
        this.galleries = galleries;
        this.embeddings = embeddings;
        this.store = store;
    }

    /** What would become of each face. */
    public Recognition preview(GalleryName name, Photo photo) {
        Gallery gallery = galleries.require(name);
        return plan(gallery, analysis.analyze(photo), rule(gallery));
    }

    public Recognition store(GalleryName name, Photo photo, Actor actor) {
        Gallery gallery = galleries.require(name);
        JoiningRule rule = rule(gallery);
        Analysis found = analysis.analyze(photo);
        Recognition planned = plan(gallery, found, rule);
        var pictures = FacePictures.in(name);
        List<RecognizedPhoto.Face> faces = planned.faces().stream()
                .filter(face -> face.status().isStored())
                .map(face -> new RecognizedPhoto.Face(face, pictures.crop(face.face())))
                .toList();
        if (faces.isEmpty()) {
            return planned;
        }
        NewImage original = pictures.original(found.size(), found.photo().jpeg());
        return merged(planned, store(new RecognizedPhoto(gallery.id(), original, faces), rule, actor));
    }

    /** Writes bytes, then rows; what got no row is removed again. */
    private List<Recognition.Face> store(RecognizedPhoto photo, JoiningRule rule, Actor actor) {
        List<NewImage> all = new ArrayList<>(List.of(photo.original()));
        photo.faces().forEach(face -> all.add(face.crop()));
        images.putAll(all);
        Set<ImageKey> unused = new HashSet<>(all.stream().map(NewImage::key).toList());
        try {
            List<Recognition.Face> stored = store.store(photo, rule, actor);
            for (int i = 0; i < stored.size(); i++) {
                if (stored.get(i).id() != null) {
                    unused.remove(photo.original().key());
                    unused.remove(photo.faces().get(i).crop().key());
                }
            }
            return stored;
        } finally {
            images.takeBack(unused);
        }
    }

    private Recognition plan(Gallery gallery, Analysis found, JoiningRule rule) {
        ModelId model = analysis.embedder().model();
        List<Recognition.Face> faces = found.faces().stream()
                .map(face -> Recognition.Face.planned(face, rule.plan(face, near(gallery, face), model)))
                .toList();
        return new Recognition(found.size(), model, faces);
    }

    private List<Neighbour> near(Gallery gallery, AnalyzedFace face) {
        return embeddings
                .nearestPersons(NearestQuery.of(gallery.id(), face.embedding(), Decision.DECIDING))
                .found();
    }

    private JoiningRule rule(Gallery gallery) {
        var rules = gallery.rules();
        return JoiningRule.of(rules, rules.decisionRule(analysis.embedder().thresholds()));
    }

    /** All faces of the photo in their order, those that were stored as they were. */
    private static Recognition merged(Recognition planned, List<Recognition.Face> stored) {
        var next = stored.iterator();
        List<Recognition.Face> faces = planned.faces().stream()
                .map(face -> face.status().isStored() ? next.next() : face)
                .toList();
        return new Recognition(planned.size(), planned.model(), faces);
    }
}
