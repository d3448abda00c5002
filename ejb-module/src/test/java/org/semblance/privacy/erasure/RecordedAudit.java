package org.semblance.privacy.erasure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;

/** Remembers what was recorded. */
final class RecordedAudit implements AuditLog {
    final List<AuditEvent> events = new CopyOnWriteArrayList<>();

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
