package org.semblance.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.semblance.identity.SignedInUser;

/** What authentication found out about whoever sent a request, kept with the request. */
public final class Caller {
    private static final String USER = Caller.class.getName() + ".user";
    private static final String REFUSAL = Caller.class.getName() + ".refusal";

    private Caller() {}

    /** Who the bearer of the request's token is; empty for a request without a valid one. */
    public static Optional<SignedInUser> user(HttpServletRequest request) {
        return Optional.ofNullable((SignedInUser) request.getAttribute(USER));
    }

    /** Why the request's token was not accepted; empty when it was, or when there is none. */
    static Optional<RuntimeException> refusal(HttpServletRequest request) {
        return Optional.ofNullable((RuntimeException) request.getAttribute(REFUSAL));
    }

    static void accept(HttpServletRequest request, SignedInUser user) {
        request.setAttribute(USER, user);
    }

    static void refuse(HttpServletRequest request, RuntimeException reason) {
        request.setAttribute(REFUSAL, reason);
    }
}
