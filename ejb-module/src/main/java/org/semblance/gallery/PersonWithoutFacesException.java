package org.semblance.gallery;

import org.semblance.platform.Problem;

/** A picture was to be compared with a person of whom no face is enrolled. */
public class PersonWithoutFacesException extends Problem {
    private static final long serialVersionUID = 1L;

    public PersonWithoutFacesException(PersonId person) {
        super(
                Kind.CONFLICT,
                "person-without-faces",
                "No face of person " + person
                        + " can be compared: enroll one, or look whether the person is suspended for want of consent");
    }
}
