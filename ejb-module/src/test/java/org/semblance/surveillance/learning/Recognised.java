package org.semblance.surveillance.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.surveillance.unknown.UnknownWorld;

/** Somebody was recognised as surely as one can wish; the rest is said otherwise. */
record Recognised(
        boolean learns,
        Outcome outcome,
        @Nullable PersonId person,
        boolean isDisabled,
        double confidence,
        @Nullable Double runnerUp,
        double quality,
        @Nullable Double liveness,
        String model) {
    static final double THRESHOLD = 0.5;
    static final double MARGIN = 0.05;

    static Recognised surely() {
        return surely(new PersonId(7));
    }

    static Recognised surely(PersonId person) {
        return new Recognised(true, Outcome.MATCHED, person, false, 0.8, 0.2, 0.9, null, UnknownWorld.MODEL.value());
    }

    Recognised byOneThatDoesNotLearn() {
        return new Recognised(false, outcome, person, isDisabled, confidence, runnerUp, quality, liveness, model);
    }

    Recognised as(Outcome other) {
        return new Recognised(learns, other, null, isDisabled, confidence, runnerUp, quality, liveness, model);
    }

    Recognised ofDisabledUser() {
        return new Recognised(learns, outcome, person, true, confidence, runnerUp, quality, liveness, model);
    }

    Recognised with(double sure, @Nullable Double next) {
        return new Recognised(learns, outcome, person, isDisabled, sure, next, quality, liveness, model);
    }

    Recognised ofQuality(double good) {
        return new Recognised(learns, outcome, person, isDisabled, confidence, runnerUp, good, liveness, model);
    }

    Recognised live(double live) {
        return new Recognised(learns, outcome, person, isDisabled, confidence, runnerUp, quality, live, model);
    }

    Recognised byModel(String other) {
        return new Recognised(learns, outcome, person, isDisabled, confidence, runnerUp, quality, liveness, other);
    }

    Verdict verdict() {
        return new Verdict(
                outcome,
                "clear",
                person,
                null,
                isDisabled,
                confidence,
                runnerUp,
                THRESHOLD,
                MARGIN,
                quality,
                liveness,
                model);
    }

    Camera camera() {
        return camera(new CameraId(1), new CameraName("door"), new GalleryName("staff"), 1);
    }

    Camera camera(CameraId id, CameraName name, GalleryName gallery, long galleryId) {
        var rules = new CameraRules(null, null, 0.3, false, Duration.ofSeconds(30), true, learns);
        return new Camera(id, name, "Door", "", galleryId, gallery, rules, true, Instant.EPOCH, 1);
    }

    RecognitionEvent event(UnknownWorld world) {
        return new RecognitionEvent(
                UUID.randomUUID(),
                UnknownWorld.NOON,
                world.camera,
                world.gallery,
                verdict(),
                UUID.randomUUID(),
                null,
                false);
    }
}
