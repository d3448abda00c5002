package org.semblance.audit;

import java.util.List;

/** Records what was done, in the transaction of whoever did it: no change without its entry, no entry without it. */
public interface AuditLog {

    /** Records an action of the current caller. */
    void record(AuditEvent event);

    /** Records an action of a given actor: a job, the server itself, or somebody who is just signing in. */
    void record(Actor actor, AuditEvent event);

    /** Records several actions of a given actor, in this order. */
    default void record(Actor actor, List<AuditEvent> events) {
        events.forEach(event -> record(actor, event));
    }
}
