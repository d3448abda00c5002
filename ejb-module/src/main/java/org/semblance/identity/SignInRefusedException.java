package org.semblance.identity;

import org.semblance.platform.Problem;

/** Wrong name or password, or a disabled account: deliberately one answer for all. */
public class SignInRefusedException extends Problem {
    private static final long serialVersionUID = 1L;

    public SignInRefusedException() {
        super(
                Kind.UNAUTHENTICATED,
                "sign-in-refused",
                "The name or the password is wrong, or the account is locked for a while; try again later");
    }
}
