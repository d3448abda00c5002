package org.semblance.platform;

/** Somebody else has changed the thing since the caller read it. */
public class VersionMismatchException extends Problem {
    private static final long serialVersionUID = 1L;

    public VersionMismatchException() {
        super(
                Kind.OUTDATED,
                "version-mismatch",
                "It has changed since you read it: read it again, and send the new ETag as If-Match");
    }
}
