package org.semblance.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Records in a transaction of its own what is done outside of any, such as with files. */
@Stateless
@PermitAll
public class StandaloneAudit {
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected StandaloneAudit() {
        this(null);
    }

    @Inject
    public StandaloneAudit(AuditLog audit) {
        this.audit = audit;
    }

    public void record(AuditEvent event) {
        audit.record(event);
    }

    public void record(Actor actor, AuditEvent event) {
        audit.record(actor, event);
    }
}
