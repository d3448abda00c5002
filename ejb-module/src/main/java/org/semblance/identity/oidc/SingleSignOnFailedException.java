package org.semblance.identity.oidc;

import org.semblance.platform.Problem;

/** What came back from the provider does not prove who somebody is. */
public class SingleSignOnFailedException extends Problem {
    private static final long serialVersionUID = 1L;

    private static final String CODE = "single-sign-on-failed";

    public SingleSignOnFailedException(String why) {
        super(Kind.UNAUTHENTICATED, CODE, message(why));
    }

    public SingleSignOnFailedException(String why, Throwable cause) {
        super(Kind.UNAUTHENTICATED, CODE, message(why), cause);
    }

    private static String message(String why) {
        return "The single sign-on failed: " + why + ". Start again from the sign-in page";
    }
}
