package org.semblance.vision.install;

import org.semblance.platform.Problem;

/** Somebody else installs or removes a pack at this moment. */
public class LibraryBusyException extends Problem {
    private static final long serialVersionUID = 1L;

    public LibraryBusyException() {
        super(
                Kind.CONFLICT,
                "model-library-busy",
                "Another model pack is being installed or removed at this moment; try again when that is done");
    }
}
