package org.semblance.surveillance.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semblance.gallery.GalleryStore;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.MediaType;

/**
 * Adds to persons what cameras were very sure of, where the camera's rules say so. Called outside of any transaction, once
 * the event is recorded: bytes first, rows after.
 */
@ApplicationScoped
public class AutoLearning {
    private final LearningRule rule;
    private final LearnedFaces learned;
    private final GalleryStore galleries;
    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AutoLearning() {
        this.rule = null;
        this.learned = null;
        this.galleries = null;
        this.images = null;
    }

    @Inject
    public AutoLearning(LearningSettings settings, LearnedFaces learned, GalleryStore galleries, ImageStore images) {
        this.rule = new LearningRule(settings);
        this.learned = learned;
        this.galleries = galleries;
        this.images = images;
    }

    /** Adds the face, or says why not. */
    public Lesson consider(Camera camera, RecognitionEvent event, AnalyzedFace face) {
        Optional<Reason> told =
                rule.against(camera, event.matched(), face.embedding().model());
        if (told.isPresent()) {
            return Lesson.not(told.get());
        }
        int minFaces = galleries.rules(camera.gallery()).minFaces();
        var candidate = new Candidate(event, face, rule.threshold(event.matched()), minFaces);
        return learned.against(candidate).map(Lesson::not).orElseGet(() -> learn(candidate));
    }

    private Lesson learn(Candidate candidate) {
        NewImage crop = crop(candidate);
        images.putAll(List.of(crop));
        Lesson lesson = null;
        try {
            lesson = learned.learn(candidate, crop);
            return lesson;
        } finally {
            if (lesson == null || lesson.face() == null) {
                images.takeBack(List.of(crop.key()));
            }
        }
    }

    private static NewImage crop(Candidate candidate) {
        var key = new ImageKey("images/users/" + candidate.person() + "/aligned/" + UUID.randomUUID() + ".png");
        byte[] png = candidate.face().aligned().png();
        return new NewImage(key, png, MediaType.PNG.value(), AlignedFace.SIDE, AlignedFace.SIDE, Retention.ENROLLED);
    }
}
