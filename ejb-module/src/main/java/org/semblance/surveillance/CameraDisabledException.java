package org.semblance.surveillance;

import org.semblance.platform.Problem;

/** Nobody wants to see what this camera sees for now. */
public class CameraDisabledException extends Problem {
    private static final long serialVersionUID = 1L;

    public CameraDisabledException(CameraName name) {
        super(
                Kind.CONFLICT,
                "camera-disabled",
                "The camera '" + name + "' is disabled; its frames are taken again once it is enabled");
    }
}
