package org.semblance.surveillance;

import org.semblance.platform.Problem;

/** The name is another camera's. */
public class CameraExistsException extends Problem {
    private static final long serialVersionUID = 1L;

    public CameraExistsException(CameraName name) {
        super(Kind.CONFLICT, "camera-exists", "There is a camera '" + name + "' already");
    }
}
