package org.semblance.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.AccessTokens;
import org.semblance.identity.AccessUnknownException;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.TokenBearer;
import org.semblance.identity.TokenInvalidException;
import org.semblance.identity.UserAccess;

/**
 * Believes whoever carries a valid access token of a session that has not ended. A bad token makes nobody of the caller, and {@link AccessFilter}
 * refuses nobody where somebody is needed: a stale token must not keep its bearer from signing in again.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final UserAccess access;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BearerAuthentication() {
        this(null, null);
    }

    @Inject
    public BearerAuthentication(AccessTokens tokens, UserAccess access) {
        this.tokens = tokens;
        this.access = access;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = token(request.getHeader("Authorization"));
        if (token.isEmpty()) {
            return context.doNothing();
        }
        try {
            TokenBearer bearer = tokens.verify(token.get());
            SignedInUser user = access.require(bearer.user(), bearer.session());
            Caller.accept(request, user);
            return context.notifyContainerAboutLogin(user.username(), user.permissions());
        } catch (TokenInvalidException | AccessUnknownException e) {
            Caller.refuse(request, e);
            return context.doNothing();
        }
    }

    private static Optional<String> token(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
