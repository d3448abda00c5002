package org.semblance.surveillance.access;

import org.semblance.platform.Problem;
import org.semblance.surveillance.CameraName;

/** The camera watches no door. */
public class CameraAtNoDoorException extends Problem {
    private static final long serialVersionUID = 1L;

    public CameraAtNoDoorException(CameraName camera) {
        super(Kind.NOT_FOUND, "camera-at-no-door", "The camera '" + camera + "' watches no door");
    }
}
