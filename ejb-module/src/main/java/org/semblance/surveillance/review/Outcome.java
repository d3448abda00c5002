package org.semblance.surveillance.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.unknown.StrangerId;

/**
 * What was decided.
 *
 * @param faces to which it was done, or had been done before
 * @param strangers who were decided about as a whole
 * @param person who has the faces now
 */
public record Outcome(
        List<FaceId> faces,
        List<StrangerId> strangers,
        List<Refusal> refused,
        @Nullable PersonId person) {
    public Outcome {
        faces = List.copyOf(faces);
        strangers = List.copyOf(strangers);
        refused = List.copyOf(refused);
    }
}
