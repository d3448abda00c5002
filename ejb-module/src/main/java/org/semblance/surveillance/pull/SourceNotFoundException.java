package org.semblance.surveillance.pull;

import org.semblance.platform.Problem;
import org.semblance.surveillance.CameraName;

/** The camera is not read: its agent sends its frames. */
public class SourceNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    SourceNotFoundException(CameraName camera) {
        super(Kind.NOT_FOUND, "camera-source-not-found", "The camera '" + camera + "' has no source; PUT makes one");
    }
}
