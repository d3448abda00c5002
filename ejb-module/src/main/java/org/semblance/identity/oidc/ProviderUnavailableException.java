package org.semblance.identity.oidc;

import org.semblance.platform.Problem;

/** The identity provider does not answer, or not as it should. */
public class ProviderUnavailableException extends Problem {
    private static final long serialVersionUID = 1L;

    private static final String CODE = "provider-unavailable";

    public ProviderUnavailableException(String why) {
        super(Kind.UNAVAILABLE, CODE, message(why));
    }

    public ProviderUnavailableException(String why, Throwable cause) {
        super(Kind.UNAVAILABLE, CODE, message(why), cause);
    }

    private static String message(String why) {
        return "The identity provider cannot be asked: " + why + ". Try again later";
    }
}
