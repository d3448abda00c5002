package org.semblance.identity;

import org.semblance.platform.Problem;

/** The password is right but was only for the first sign-in: nothing else is possible before it is changed. */
public class PasswordChangeRequiredException extends Problem {
    private static final long serialVersionUID = 1L;

    public PasswordChangeRequiredException() {
        super(
                Kind.FORBIDDEN,
                "password-change-required",
                "This password was for the first sign-in only; choose a new one (POST /api/v1/auth/password)");
    }
}
