package org.semblance.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;

/** Records what was done to jobs in a transaction of its own: the batch runtime commits in its own, too. */
@Stateless
@PermitAll
public class JobAudit {
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobAudit() {
        this(null);
    }

    @Inject
    public JobAudit(AuditLog audit) {
        this.audit = audit;
    }

    public void record(AuditEvent event) {
        audit.record(event);
    }

    public void record(Actor actor, AuditEvent event) {
        audit.record(actor, event);
    }
}
