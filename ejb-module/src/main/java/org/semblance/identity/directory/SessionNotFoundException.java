package org.semblance.identity.directory;

import java.util.UUID;
import org.semblance.platform.Problem;

/** The user has no such session, or it has ended already. */
public class SessionNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public SessionNotFoundException(UUID session) {
        super(Kind.NOT_FOUND, "session-not-found", "There is no session " + session + " that could be ended");
    }
}
