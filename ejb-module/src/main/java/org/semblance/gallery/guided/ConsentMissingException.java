package org.semblance.gallery.guided;

import org.semblance.gallery.PersonId;
import org.semblance.platform.Problem;

/** Nobody may recognise the person, who has not agreed to it or does not any more: no pictures are taken either. */
public class ConsentMissingException extends Problem {
    private static final long serialVersionUID = 1L;

    public ConsentMissingException(PersonId person) {
        super(
                Kind.REFUSED,
                "consent-missing",
                "Person " + person
                        + " has not agreed to be recognised, or does not any more; record the consent first");
    }
}
