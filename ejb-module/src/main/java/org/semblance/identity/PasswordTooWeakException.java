package org.semblance.identity;

import org.semblance.platform.Problem;

/** The new password would be guessed. */
public class PasswordTooWeakException extends Problem {
    private static final long serialVersionUID = 1L;

    public PasswordTooWeakException(String message) {
        super(Kind.REFUSED, "password-too-weak", message);
    }
}
