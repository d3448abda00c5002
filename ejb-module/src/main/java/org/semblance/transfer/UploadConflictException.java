package org.semblance.transfer;

import org.semblance.platform.Problem;

/** A piece of a file does not go on where the file ends. */
public class UploadConflictException extends Problem {
    private static final long serialVersionUID = 1L;

    public UploadConflictException(String name, long length) {
        super(
                Kind.CONFLICT,
                "upload-conflict",
                "'" + name + "' has " + length + " bytes: go on at offset " + length + ", or delete it to begin anew");
    }
}
