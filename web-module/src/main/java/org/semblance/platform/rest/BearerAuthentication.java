package org.semblance.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.semblance.identity.AccessTokens;
import org.semblance.identity.AccessUnknownException;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.TokenBearer;
import org.semblance.identity.UserAccess;
import org.semblance.identity.keys.ApiKeys;
import org.semblance.identity.keys.KeyCaller;
import org.semblance.identity.oidc.ProviderAccess;
import org.semblance.platform.Problem;
import org.semblance.platform.web.TrustedProxies;

/**
 * Believes whoever carries a valid access token of a session that has not ended, one that the company's identity provider
 * issued for us, or an API key that counts. A bad one makes nobody of the caller, and {@link AccessFilter} refuses nobody
 * where somebody is needed: a stale token must not keep its bearer from signing in again.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
    private final AccessTokens tokens;
    private final UserAccess access;
    private final ApiKeys keys;
    private final ProviderAccess provider;
    private final TrustedProxies proxies;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BearerAuthentication() {
        this(null, null, null, null, null);
    }

    @Inject
    public BearerAuthentication(
            AccessTokens tokens, UserAccess access, ApiKeys keys, ProviderAccess provider, TrustedProxies proxies) {
        this.tokens = tokens;
        this.access = access;
        this.keys = keys;
        this.provider = provider;
        this.proxies = proxies;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            Optional<SignedInUser> caller = Credential.find(request).map(credential -> believe(credential, request));
            return caller.isEmpty()
                    ? context.doNothing()
                    : context.notifyContainerAboutLogin(
                            caller.get().username(), caller.get().permissions());
        } catch (Problem | AccessUnknownException e) {
            Caller.refuse(request, e);
            return context.doNothing();
        }
    }

    /**
     * Whom what a request carried proves later on; empty once it does not count any more. For what outlasts its request's
     * first answer.
     */
    Supplier<Optional<SignedInUser>> lasting(HttpServletRequest request) {
        Credential credential = Credential.find(request).orElseThrow(TokenMissingException::new);
        String address = address(request);
        return () -> {
            try {
                return Optional.of(
                        credential.isKey()
                                ? keys.require(credential.text(), address).user()
                                : bearer(credential.text()));
            } catch (Problem | AccessUnknownException e) {
                return Optional.empty();
            }
        };
    }

    private String address(HttpServletRequest request) {
        return ProxyFilter.origin(proxies, request).address();
    }

    private SignedInUser believe(Credential credential, HttpServletRequest request) {
        if (credential.isKey()) {
            KeyCaller caller = keys.require(credential.text(), address(request));
            Caller.accept(request, caller);
            return caller.user();
        }
        SignedInUser user = bearer(credential.text());
        Caller.accept(request, user);
        return user;
    }

    /** Whom a token says that it is from decides whose keys check it, and no others: theirs never vouch for ours. */
    private SignedInUser bearer(String token) {
        if (provider.concerns(token)) {
            return provider.require(token);
        }
        TokenBearer bearer = tokens.verify(token);
        return access.require(bearer.user(), bearer.session());
    }
}
