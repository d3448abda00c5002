package org.semblance.platform;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Leaves broken connections to the server's pool. By itself EclipseLink probes the connection after every failed
 * statement, takes the refusal of an aborted transaction for a dead line, and opens another one; and while the database
 * is away it tries three times, five seconds apart, before anybody is told.
 */
public class NoReconnecting implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        var login = session.getLogin();
        login.setConnectionHealthValidatedOnError(false);
        login.setQueryRetryAttemptCount(0);
        login.setDelayBetweenConnectionAttempts(0);
    }
}
