package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** There is no such department. */
public class DepartmentNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public DepartmentNotFoundException(long department) {
        super(
                Kind.NOT_FOUND,
                "department-not-found",
                "There is no department " + department + "; see GET /api/v1/departments");
    }
}
