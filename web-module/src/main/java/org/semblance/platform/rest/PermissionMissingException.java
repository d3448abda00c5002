package org.semblance.platform.rest;

import java.util.Collection;
import org.semblance.platform.Problem;

/** The caller is known and may not do this. */
public class PermissionMissingException extends Problem {
    private static final long serialVersionUID = 1L;

    public PermissionMissingException(Collection<String> permissions) {
        super(
                Kind.FORBIDDEN,
                "permission-missing",
                permissions.isEmpty()
                        ? "You may not do this; ask an administrator"
                        : "This needs the permission " + String.join(" or ", permissions) + "; ask an administrator");
    }
}
