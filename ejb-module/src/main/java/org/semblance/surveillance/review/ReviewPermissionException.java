package org.semblance.surveillance.review;

import org.semblance.platform.Permissions;
import org.semblance.platform.Problem;

/** Whoever gives unknown faces to persons must be one of those who review them. */
public class ReviewPermissionException extends Problem {
    private static final long serialVersionUID = 1L;

    public ReviewPermissionException() {
        super(
                Kind.FORBIDDEN,
                "permission-missing",
                "This also needs the permission " + Permissions.UNKNOWN_REVIEW + "; ask an administrator");
        names(Permissions.UNKNOWN_REVIEW);
    }
}
