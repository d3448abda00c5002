package org.semblance.identity.keys;

import java.util.ArrayList;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;

/** An audit log that a test reads. */
final class RecordedAudit implements AuditLog {
    final List<AuditEvent> events = new ArrayList<>();

    @Override
    public void record(AuditEvent event) {
        events.add(event);
    }

    @Override
    public void record(Actor actor, AuditEvent event) {
        events.add(event);
    }

    List<String> actions() {
        return events.stream().map(AuditEvent::action).toList();
    }
}
