package org.semblance.surveillance;

import org.semblance.platform.Problem;

/** No camera of that name, or none that the caller may see. */
public class CameraNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public CameraNotFoundException(CameraName name) {
        super(Kind.NOT_FOUND, "camera-not-found", "There is no camera '" + name + "'");
    }
}
