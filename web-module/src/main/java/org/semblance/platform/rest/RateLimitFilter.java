package org.semblance.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.semblance.identity.limits.Allowance;
import org.semblance.identity.limits.LimitSettings;
import org.semblance.identity.limits.RateLimits;
import org.semblance.identity.limits.Standing;

/** Counts each request of a known caller, whether they may make it or not, before its body is read. */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
@ApplicationScoped
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String STANDING = RateLimitFilter.class.getName();

    private final RateLimits limits;
    private final LimitSettings settings;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor
    public RateLimitFilter() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the contexts are injected after construction
    public RateLimitFilter(RateLimits limits, LimitSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Caller.user(request)
                .map(user -> Caller.allowance(request).orElseGet(() -> settings.ofUser(user.id())))
                .filter(allowance -> !allowance.isUnlimited())
                .ifPresent(allowance -> spend(allowance, context));
    }

    private void spend(Allowance allowance, ContainerRequestContext context) {
        context.setProperty(STANDING, new Standing(allowance, 0));
        context.setProperty(
                STANDING,
                limits.spend(allowance, RequestCost.of(resource.getResourceClass(), resource.getResourceMethod())));
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(STANDING) instanceof Standing standing) {
            RateLimitHeaders.of(standing).forEach(response.getHeaders()::putSingle);
        }
    }
}
