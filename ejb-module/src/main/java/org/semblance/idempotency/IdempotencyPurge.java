package org.semblance.idempotency;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Forgets requests once nobody will send them again. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdempotencyPurge {
    private final IdempotentRequests requests;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IdempotencyPurge() {
        this(null);
    }

    @Inject
    public IdempotencyPurge(IdempotentRequests requests) {
        this.requests = requests;
    }

    /** Once an hour, on one node. */
    @Schedule(hour = "*", minute = "41", info = "idempotency-purge")
    void hourly() {
        requests.forgetOld();
    }
}
