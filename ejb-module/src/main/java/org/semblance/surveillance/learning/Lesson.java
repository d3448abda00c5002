package org.semblance.surveillance.learning;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;

/**
 * What a camera made of a recognition.
 *
 * @param face that was added; null unless it was learned
 */
public record Lesson(Reason reason, @Nullable FaceId face) {
    static Lesson not(Reason reason) {
        return new Lesson(reason, null);
    }
}
