package org.semblance.storage;

import org.semblance.platform.Problem;

/** No row names the file, so that it would be set aside again. */
public class FileUnnamedException extends Problem {
    private static final long serialVersionUID = 1L;

    public FileUnnamedException(long id) {
        super(
                Kind.CONFLICT,
                "file-unnamed",
                "No row of the database names file " + id + "; restore the database that does, then put the file back");
    }
}
