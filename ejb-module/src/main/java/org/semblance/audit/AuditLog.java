package org.semblance.audit;

/** Records what was done, in the transaction of whoever did it: no change without its entry, no entry without it. */
public interface AuditLog {

    /** Records an action of the current caller. */
    void record(AuditEvent event);

    /** Records an action of a given actor: a job, the server itself, or somebody who is just signing in. */
    void record(Actor actor, AuditEvent event);
}
