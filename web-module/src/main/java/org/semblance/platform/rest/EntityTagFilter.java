package org.semblance.platform.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tags answers that can be, and says "not modified" to whoever has the same already. */
@Provider
public class EntityTagFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Tagged answer)) {
            return;
        }
        var tag = new EntityTag(answer.entityTag());
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (request.getMethod().equals(HttpMethod.GET)) {
            var unmodified = request.getRequest().evaluatePreconditions(tag);
            if (unmodified != null) {
                response.setStatusInfo(unmodified.build().getStatusInfo());
                response.setEntity(null);
            }
        }
    }
}
