package org.semblance.surveillance.flow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.vision.Box;
import org.semblance.vision.PixelSize;

/**
 * What was seen on a frame.
 *
 * @param isLate whether it was written to this server's disk, because the database is away
 */
public record FrameAnswer(UUID frame, PixelSize size, List<SeenFace> faces, boolean isLate) {
    public FrameAnswer {
        faces = List.copyOf(faces);
    }

    /**
     * One face of the frame.
     *
     * @param name of the person, where known
     * @param sighting the sighting that it belongs to
     * @param isNew whether the sighting began with this frame, so that an event was written
     */
    public record SeenFace(
            Box box,
            RecognitionEvent.Verdict verdict,
            @Nullable String name,
            UUID sighting,
            boolean isNew,
            RecognitionEvent.@Nullable AccessOutcome access) {}
}
