package org.semblance.surveillance.access;

import org.semblance.platform.Problem;
import org.semblance.surveillance.CameraName;

/** The camera watches another door. */
public class CameraAtDoorException extends Problem {
    private static final long serialVersionUID = 1L;

    public CameraAtDoorException(CameraName camera, DoorName door) {
        super(Kind.CONFLICT, "camera-at-door", "The camera '" + camera + "' watches the door '" + door + "' already; take it away there first");
    }
}
