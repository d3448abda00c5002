package org.semblance.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.keys.KeyCaller;
import org.semblance.identity.limits.Allowance;

/** What authentication found out about whoever sent a request, kept with the request. */
public final class Caller {
    private static final String USER = Caller.class.getName() + ".user";
    private static final String REFUSAL = Caller.class.getName() + ".refusal";

    private static final String ALLOWANCE = Caller.class.getName() + ".allowance";

    private Caller() {}

    /** Who the bearer of the request's token is; empty for a request without a valid one. */
    public static Optional<SignedInUser> user(HttpServletRequest request) {
        return Optional.ofNullable((SignedInUser) request.getAttribute(USER));
    }

    /** Why the request's token was not accepted; empty when it was, or when there is none. */
    static Optional<RuntimeException> refusal(HttpServletRequest request) {
        return Optional.ofNullable((RuntimeException) request.getAttribute(REFUSAL));
    }

    /** What the sender may ask for; empty where nothing is set for them alone. */
    static Optional<Allowance> allowance(HttpServletRequest request) {
        return Optional.ofNullable((Allowance) request.getAttribute(ALLOWANCE));
    }

    static void accept(HttpServletRequest request, KeyCaller caller) {
        accept(request, caller.user());
        request.setAttribute(ALLOWANCE, caller.allowance());
    }

    static void accept(HttpServletRequest request, SignedInUser user) {
        request.setAttribute(USER, user);
    }

    static void refuse(HttpServletRequest request, RuntimeException reason) {
        request.setAttribute(REFUSAL, reason);
    }
}
