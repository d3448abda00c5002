package org.semblance.portal;

import java.util.ArrayList;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditTrail;

/** Keeps what was recorded. */
public class FakeTrail extends AuditTrail {
    public final List<AuditEvent> recorded = new ArrayList<>();

    @Override
    public void record(Actor actor, AuditEvent event) {
        recorded.add(event);
    }
}
