package org.semblance.gallery;

import org.semblance.platform.Problem;

/** No such person, or none any more. */
public class PersonNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public PersonNotFoundException(PersonId person) {
        super(Kind.NOT_FOUND, "person-not-found", "There is no person " + person);
    }
}
