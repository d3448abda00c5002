package org.semblance.identity;

import org.semblance.platform.Problem;

/** Wrong name, password or code, a disabled account or too many attempts: deliberately one answer for all. */
public class SignInRefusedException extends Problem {
    private static final long serialVersionUID = 1L;

    public SignInRefusedException() {
        super(
                Kind.UNAUTHENTICATED,
                "sign-in-refused",
                "The name or the password is wrong, or there were too many attempts; try again later");
    }
}
