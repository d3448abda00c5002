package org.semblance.surveillance.access;

import org.semblance.platform.Problem;

/** No door of that name. */
public class DoorNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public DoorNotFoundException(DoorName name) {
        super(Kind.NOT_FOUND, "door-not-found", "There is no door '" + name + "'");
    }
}
