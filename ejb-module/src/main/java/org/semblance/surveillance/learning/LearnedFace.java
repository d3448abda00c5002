package org.semblance.surveillance.learning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.CameraName;

/**
 * A face that a camera added to a person, and why.
 *
 * @param event that it was learned from
 * @param confidence similarity by which the person was recognised
 * @param given similarity to the nearest of the faces that people had given
 * @param threshold similarity that it took
 */
public record LearnedFace(
        FaceId id,
        CameraName camera,
        UUID event,
        double confidence,
        double given,
        @Nullable Double runnerUp,
        double threshold,
        double quality,
        @Nullable Double liveness,
        String model,
        Instant learnedAt,
        ImageKey crop) {}
