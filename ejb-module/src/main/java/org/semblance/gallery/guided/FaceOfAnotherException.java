package org.semblance.gallery.guided;

import org.semblance.gallery.PersonId;
import org.semblance.platform.Problem;

/** A picture that was to enroll a person shows somebody else whom the gallery knows. */
public class FaceOfAnotherException extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient PersonId other;

    public FaceOfAnotherException(PersonId other) {
        super(
                Kind.REFUSED,
                "face-of-another",
                "The photo shows person " + other + ", whom the gallery knows; send one of the person to enroll");
        this.other = other;
    }

    /** Who it is. */
    public PersonId other() {
        return other;
    }
}
