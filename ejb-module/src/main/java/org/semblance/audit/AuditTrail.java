package org.semblance.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Records, each in a transaction of its own, what happened outside any other: refusals above all. */
@Stateless
@PermitAll
public class AuditTrail {
    private final AuditLog audit;
    private final Refusals refusals;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AuditTrail() {
        this(null, null);
    }

    @Inject
    public AuditTrail(AuditLog audit, Refusals refusals) {
        this.audit = audit;
        this.refusals = refusals;
    }

    public void record(Actor actor, AuditEvent event) {
        audit.record(actor, event);
    }

    /** Records how many refusals were not recorded one by one. */
    public void recordSkipped() {
        refusals.drain()
                .forEach(skipped -> audit.record(
                        Actor.system(),
                        AuditEvent.success("refusals.counted", "address", skipped.source())
                                .with("count", skipped.count())));
    }
}
