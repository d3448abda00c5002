package org.semblance.transfer;

import org.semblance.platform.Problem;

/** A file that is sent has more bytes than it may have. */
public class FileTooLargeException extends Problem {
    private static final long serialVersionUID = 1L;

    public FileTooLargeException(long most) {
        super(Kind.TOO_LARGE, "file-too-large", "A file has at most " + most + " bytes here; send several");
    }
}
