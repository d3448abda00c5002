package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** A role that came with the product stays as it is. */
public class BuiltInRoleException extends Problem {
    private static final long serialVersionUID = 1L;

    public BuiltInRoleException(String role) {
        super(
                Kind.CONFLICT,
                "built-in-role",
                "The role '" + role + "' came with the product and stays as it is; make one of your own");
    }
}
