package org.semblance.identity;

import org.semblance.platform.Problem;

/** Passwords let nobody in here. */
public class PasswordSignInOffException extends Problem {
    private static final long serialVersionUID = 1L;

    public PasswordSignInOffException() {
        super(
                Kind.FORBIDDEN,
                "password-sign-in-off",
                "Passwords of this installation let nobody in; sign in with the company's identity provider");
    }
}
