package org.semblance.models;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;

/** Records what was done to packs, whose files know no transaction. */
@Stateless
@PermitAll
public class ModelAudit {
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ModelAudit() {
        this(null);
    }

    @Inject
    public ModelAudit(AuditLog audit) {
        this.audit = audit;
    }

    public void record(AuditEvent event) {
        audit.record(event);
    }

    public void record(Actor actor, AuditEvent event) {
        audit.record(actor, event);
    }
}
