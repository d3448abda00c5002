package org.semblance.gallery.batch;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Enrolment;
import org.semblance.platform.Problem;
import org.semblance.transfer.batch.PersonPicture;

/** A picture with the face to enroll, or with the reason why it is refused. */
public record ExaminedPicture(
        PersonPicture picture,
        Enrolment.@Nullable Candidate candidate,
        @Nullable Problem refusal) {}
