package org.semblance.surveillance.ui.unknown;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.review.Outcome;

/**
 * What was decided, and what it takes to take it back.
 *
 * @param about whose faces they are
 * @param person who has the faces now, or is ruled out
 */
record Decided(
        Kind kind, Waiting about, Outcome outcome, @Nullable PersonId person) {

    /** What can be decided. */
    enum Kind {
        ASSIGNED,
        ENROLLED,
        DISMISSED,
        REJECTED
    }

    List<FaceId> faces() {
        return outcome.faces();
    }

    /** Whether they leave the queue by it. */
    boolean isFinal() {
        return kind != Kind.REJECTED;
    }

    boolean canBeUndone() {
        return kind == Kind.DISMISSED
                || (PortalSession.permits(Permissions.PERSON_EDIT) && PortalSession.permits(Permissions.PERSON_READ));
    }
}
