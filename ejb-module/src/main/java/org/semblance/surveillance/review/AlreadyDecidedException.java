package org.semblance.surveillance.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.platform.Problem;
import org.semblance.surveillance.unknown.StrangerId;

/** Somebody else was first. */
public class AlreadyDecidedException extends Problem {
    private static final long serialVersionUID = 1L;

    public AlreadyDecidedException(FaceId face, String what, @Nullable String by, @Nullable Instant when) {
        super(Kind.CONFLICT, "unknown-face-decided", text("The face " + face, what, by, when));
    }

    public AlreadyDecidedException(StrangerId stranger, String what, @Nullable String by, @Nullable Instant when) {
        super(Kind.CONFLICT, "unknown-face-decided", text("Stranger " + stranger, what, by, when));
    }

    private static String text(String which, String what, @Nullable String by, @Nullable Instant when) {
        return which + " is " + what + " already" + (by == null ? "" : ", by " + by)
                + (when == null ? "" : " at " + when) + "; look at it again before you decide otherwise";
    }
}
