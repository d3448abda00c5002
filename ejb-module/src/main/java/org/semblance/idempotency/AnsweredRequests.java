package org.semblance.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Answers to requests that nobody sends again; the API promises a day. */
@ApplicationScoped
public class AnsweredRequests extends AgedRowsKind {
    public AnsweredRequests() {
        super(
                "idempotent-requests",
                "Requests with an Idempotency-Key and their answers, from their beginning on",
                Lifetime.ofDays(1, 1, 7),
                AgedRows.of("idempotent_request", "caller, key", "started_at"));
    }
}
