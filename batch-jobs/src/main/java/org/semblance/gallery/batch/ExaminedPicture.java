package org.semblance.gallery.batch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Enrolment;
import org.semblance.platform.Problem;
import org.semblance.transfer.batch.PersonPicture;

/** A picture with the face to enroll, or with the reason why it is refused. */
public record ExaminedPicture(
        PersonPicture picture,
        Enrolment.@Nullable Found found,
        @Nullable Problem refusal) {

    public Enrolment.Found requireFound() {
        return Objects.requireNonNull(found);
    }
}
