package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** There is no such role. */
public class RoleNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public RoleNotFoundException(String role) {
        super(Kind.NOT_FOUND, "role-not-found", "There is no role '" + role + "'; see GET /api/v1/roles");
    }
}
