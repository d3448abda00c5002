package org.semblance.surveillance.learning;

import java.util.Objects;
import java.util.UUID;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.vision.AnalyzedFace;

/**
 * A face that may be learned: the event speaks for it.
 *
 * @param threshold similarity that it takes
 * @param minFaces how many faces, given by people, a person of the gallery needs
 */
public record Candidate(RecognitionEvent event, AnalyzedFace face, double threshold, int minFaces) {

    public PersonId person() {
        return Objects.requireNonNull(verdict().person(), "somebody was recognised");
    }

    public double confidence() {
        return Objects.requireNonNull(verdict().confidence(), "somebody was recognised");
    }

    public Verdict verdict() {
        return event.matched();
    }

    public UUID eventId() {
        return event.id();
    }

    public CameraId camera() {
        return event.camera();
    }
}
