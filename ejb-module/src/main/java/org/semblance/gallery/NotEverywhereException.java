package org.semblance.gallery;

import org.semblance.platform.Problem;

/** The caller may do it in some galleries, but this is about none of them. */
public class NotEverywhereException extends Problem {
    private static final long serialVersionUID = 1L;

    public NotEverywhereException(String permission) {
        super(
                Kind.FORBIDDEN,
                "permission-not-everywhere",
                "You have the permission " + permission + " in some galleries only; this needs it everywhere");
        names(permission);
    }
}
