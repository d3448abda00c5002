package org.semblance.identity.directory;

import java.util.UUID;
import org.semblance.platform.Problem;

/** There is no such user. */
public class UserNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public UserNotFoundException(UUID user) {
        super(Kind.NOT_FOUND, "user-not-found", "There is no user " + user);
    }
}
