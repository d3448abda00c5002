package org.semblance.privacy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;

/** Records what was handed out, which changes nothing that it could be committed with. */
@Stateless
@PermitAll
public class PrivacyAudit {
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PrivacyAudit() {
        this(null);
    }

    @Inject
    public PrivacyAudit(AuditLog audit) {
        this.audit = audit;
    }

    public void record(Actor actor, AuditEvent event) {
        audit.record(actor, event);
    }
}
