package org.semblance.platform.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;

/** Lets through whom a resource method names, before its body is read; a method that names nobody is closed. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    public AccessFilter() {}

    AccessFilter(ResourceInfo resource, HttpServletRequest request) {
        this.resource = resource;
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        AccessRule rule = AccessRule.require(resource.getResourceClass(), resource.getResourceMethod());
        if (rule.isOpen()) {
            return;
        }
        SecurityContext security = context.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            Caller.refusal(request).ifPresent(refusal -> {
                throw refusal;
            });
            throw new TokenMissingException();
        }
        if (rule.permissions().stream().noneMatch(permission -> has(security, permission))) {
            throw new PermissionMissingException(rule.permissions());
        }
    }

    private static boolean has(SecurityContext security, String permission) {
        return permission.equals(AccessRule.ANYBODY_SIGNED_IN) || security.isUserInRole(permission);
    }
}
