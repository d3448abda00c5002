package org.semblance.storage;

import org.semblance.platform.Problem;

/** There is no such file in quarantine, any more perhaps. */
public class QuarantinedFileNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public QuarantinedFileNotFoundException(long id) {
        super(
                Kind.NOT_FOUND,
                "quarantined-file-not-found",
                "There is no file " + id + " in quarantine; it was put back, or its time was over");
    }
}
