package org.semblance.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Forgets sessions and attempts to sign in that nobody needs any more. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityPurge {
    private final SessionStore sessions;
    private final SignInThrottle throttle;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IdentityPurge() {
        this(null, null);
    }

    @Inject
    public IdentityPurge(SessionStore sessions, SignInThrottle throttle) {
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** Once an hour, on one node. */
    @Schedule(hour = "*", minute = "17", info = "identity-purge")
    void hourly() {
        sessions.forgetOld();
        throttle.forgetOld();
    }
}
