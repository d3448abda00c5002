package org.semblance.gallery;

import org.semblance.platform.Problem;

/** No such merge, split or move. */
public class PersonChangeNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public PersonChangeNotFoundException(PersonChangeId change) {
        super(Kind.NOT_FOUND, "person-change-not-found", "There is no change " + change + " of persons");
    }
}
