package org.semblance.gallery;

import org.semblance.platform.Problem;

/** No person with that id in that gallery. */
public class PersonNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public PersonNotFoundException(PersonId id) {
        super(Kind.NOT_FOUND, "person-not-found", "There is no person " + id);
    }

    public PersonNotFoundException(PersonId id, GalleryName gallery) {
        super(Kind.NOT_FOUND, "person-not-found", "There is no person " + id + " in the gallery '" + gallery + "'");
    }
}
