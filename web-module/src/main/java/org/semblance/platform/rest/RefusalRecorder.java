package org.semblance.platform.rest;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.jboss.logging.Logger;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditTrail;
import org.semblance.platform.RequestContext;

/**
 * Records whom the API has refused what: known callers who lack a permission, and bearers of tokens that do not count.
 * Strangers who bring nothing are counted by {@link RequestMetrics} only, for they are the noise of every network.
 */
@Provider
@ApplicationScoped
public class RefusalRecorder implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(RefusalRecorder.class);
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final AuditTrail trail;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servletRequest;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RefusalRecorder() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // JAX-RS injects the rest after construction
    public RefusalRecorder(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Principal caller = request.getSecurityContext().getUserPrincipal();
        boolean isForbidden = response.getStatus() == FORBIDDEN && caller != null;
        boolean isBadToken = response.getStatus() == UNAUTHENTICATED
                && Caller.refusal(servletRequest).isPresent();
        if ((!isForbidden && !isBadToken) || resource.getResourceMethod() == null) {
            return;
        }
        String code = response.getEntity() instanceof ProblemBody problem ? problem.code() : "";
        var event = AuditEvent.refused(
                        "request.refused",
                        "route",
                        RequestMetrics.route(resource.getResourceClass(), resource.getResourceMethod()))
                .with("method", request.getMethod())
                .with("code", code);
        record(caller == null ? Actor.user("unknown") : Actor.caller(caller.getName()), event);
    }

    /** A refusal stands, whether or not it can be recorded. */
    private void record(Actor actor, AuditEvent event) {
        String before = RequestContext.permission();
        AccessRule.find(resource.getResourceClass(), resource.getResourceMethod())
                .flatMap(rule -> rule.permissions().stream().sorted().findFirst())
                .ifPresent(RequestContext::usePermission);
        try {
            trail.record(actor, event);
        } catch (EJBException e) {
            LOG.warnf("A refusal could not be recorded: %s", e.getMessage());
        } finally {
            RequestContext.usePermission(before);
        }
    }
}
