package org.semblance.gallery.guided;

import org.semblance.platform.Problem;

/** A picture that was to enroll a person looks like none of those that are there of them. */
public class FaceUnlikeException extends Problem {
    private static final long serialVersionUID = 1L;

    public FaceUnlikeException() {
        super(
                Kind.REFUSED,
                "face-unlike",
                "The face looks like none of the person's others; send a photo of the same person");
    }
}
