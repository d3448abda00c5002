package org.semblance.transfer;

import org.semblance.platform.Problem;

/** There is no such file to fetch or to delete, or it has expired. */
public class TransferFileNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public TransferFileNotFoundException(String name) {
        super(Kind.NOT_FOUND, "file-not-found", "There is no file '" + name + "', or it has expired");
        names(name);
    }
}
