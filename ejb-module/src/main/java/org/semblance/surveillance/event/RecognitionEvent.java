package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraId;

/**
 * Somebody came into the sight of a camera. Written when a sighting begins; the frames that go on showing the same
 * person make no event of their own.
 *
 * @param id made where the frame was taken (version 7), so that writing it twice leaves one
 * @param at when the frame was taken, by the camera's clock set right
 * @param galleryId where it was looked for the face
 * @param matched whom it shows, and the numbers that led to it
 * @param sighting the sighting that it began
 * @param access what was decided at the door; null where the camera watches none
 * @param isLate whether it was kept on a disk while the database was away
 */
public record RecognitionEvent(
        UUID id,
        Instant at,
        CameraId camera,
        long galleryId,
        Verdict matched,
        UUID sighting,
        @Nullable AccessOutcome access,
        boolean isLate) {

    /** In the words of the database and of the API. */
    public enum Outcome {
        MATCHED,
        AMBIGUOUS,
        UNKNOWN,
        REJECTED
    }

    /**
     * Whose face it is, and why.
     *
     * @param reason code of the rule that decided: those of {@code Decision.Reason}, and face-quality-low or not-live
     * @param person whom it shows, when matched
     * @param user the user whose person that is
     * @param isDisabled whether that user is disabled
     * @param confidence similarity to the best person; null when there is nobody to compare with
     * @param runnerUp similarity to the next one
     * @param liveness probability that the face is live; null where the pack cannot tell
     * @param model that embedded the face
     */
    public record Verdict(
            Outcome outcome,
            String reason,
            @Nullable PersonId person,
            @Nullable UUID user,
            boolean isDisabled,
            @Nullable Double confidence,
            @Nullable Double runnerUp,
            double threshold,
            double margin,
            double quality,
            @Nullable Double liveness,
            String model) {}

    /**
     * What was decided at a door.
     *
     * @param reason code of why
     * @param rule number of the rule that decided, as far as one did
     */
    public record AccessOutcome(
            String door,
            boolean isAllowed,
            String reason,
            @Nullable Long rule) {

        public AccessOutcome(String door, boolean isAllowed, String reason) {
            this(door, isAllowed, reason, null);
        }
    }
}
