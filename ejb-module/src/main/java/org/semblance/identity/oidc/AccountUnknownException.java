package org.semblance.identity.oidc;

import org.semblance.platform.Problem;

/** The provider's user is nobody here: no role, a disabled account, or one that nobody has made. */
public class AccountUnknownException extends Problem {
    private static final long serialVersionUID = 1L;

    public AccountUnknownException(String why) {
        super(
                Kind.FORBIDDEN,
                "account-unknown",
                "The identity provider knows you, but " + why + "; ask an administrator");
    }
}
