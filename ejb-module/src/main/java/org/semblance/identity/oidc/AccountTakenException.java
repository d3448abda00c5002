package org.semblance.identity.oidc;

import org.semblance.platform.Problem;

/** The provider's user has the name of a user who is not known to be the same person. */
public class AccountTakenException extends Problem {
    private static final long serialVersionUID = 1L;

    public AccountTakenException(String username) {
        super(
                Kind.CONFLICT,
                "account-taken",
                "There is a user '" + username
                        + "' here who does not sign in with the identity provider; an administrator"
                        + " can link the two");
    }
}
