package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** Without this one nobody could administer the installation any more. */
public class LastAdministratorException extends Problem {
    private static final long serialVersionUID = 1L;

    public LastAdministratorException() {
        super(
                Kind.CONFLICT,
                "last-administrator",
                "This is the last active administrator: make another user one first");
    }
}
