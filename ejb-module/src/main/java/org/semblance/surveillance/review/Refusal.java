package org.semblance.surveillance.review;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.platform.Problem;
import org.semblance.surveillance.unknown.StrangerId;

/** One of the targets to which it was not done, and why. */
public record Refusal(@Nullable FaceId face, @Nullable StrangerId stranger, Problem problem) {

    static Refusal of(FaceId face, Problem problem) {
        return new Refusal(face, null, problem);
    }

    static Refusal of(StrangerId stranger, Problem problem) {
        return new Refusal(null, stranger, problem);
    }
}
