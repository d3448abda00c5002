package org.semblance.transfer;

import org.semblance.platform.Problem;

/** A file that is to be read as a whole cannot be, or is not to be trusted. */
public class ArchiveRefusedException extends Problem {
    private static final long serialVersionUID = 1L;

    public ArchiveRefusedException(String message) {
        super(Kind.REFUSED, "archive-refused", message);
    }

    public ArchiveRefusedException(String message, Throwable cause) {
        super(Kind.REFUSED, "archive-refused", message, cause);
    }
}
