package org.semblance.gallery;

import org.semblance.platform.Problem;

/** What is held of the person must be kept, because somebody with the right to say so says so. */
public class PersonHeldException extends Problem {
    private static final long serialVersionUID = 1L;

    public PersonHeldException(String who) {
        super(
                Kind.CONFLICT,
                "person-held",
                who + " under legal hold, so nothing of them may be removed; release the hold first");
    }
}
