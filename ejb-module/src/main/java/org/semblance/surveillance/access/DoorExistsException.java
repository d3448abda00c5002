package org.semblance.surveillance.access;

import org.semblance.platform.Problem;

/** The name is another door's. */
public class DoorExistsException extends Problem {
    private static final long serialVersionUID = 1L;

    public DoorExistsException(DoorName name) {
        super(Kind.CONFLICT, "door-exists", "There is a door '" + name + "' already");
    }
}
