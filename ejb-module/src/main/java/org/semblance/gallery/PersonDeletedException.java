package org.semblance.gallery;

import org.semblance.platform.Problem;

/** The external id belongs to a person who was deleted and can still be brought back. */
public class PersonDeletedException extends Problem {
    private static final long serialVersionUID = 1L;

    public PersonDeletedException(PersonId person) {
        super(
                Kind.CONFLICT,
                "person-deleted",
                "The external id belongs to the deleted person " + person + "; restore them, or delete them for good");
    }
}
