package org.semblance.audit;

import org.semblance.platform.Problem;

/** No such entry of the audit trail. */
public class AuditEntryNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public AuditEntryNotFoundException(long id) {
        super(Kind.NOT_FOUND, "audit-entry-not-found", "There is no entry " + id + " in the audit trail");
    }
}
