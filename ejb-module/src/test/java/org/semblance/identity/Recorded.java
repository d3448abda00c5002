package org.semblance.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;

/** What would have gone into the audit log. */
final class Recorded implements AuditLog {
    final List<AuditEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void record(AuditEvent event) {
        events.add(event);
    }

    @Override
    public void record(Actor actor, AuditEvent event) {
        events.add(event);
    }
}
