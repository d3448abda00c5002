package org.semblance.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.idempotency.Answer;
import org.semblance.idempotency.IdempotencyKey;
import org.semblance.idempotency.IdempotentRequests;

/**
 * Answers a write that is sent again under its {@code Idempotency-Key} as it was answered the first time. Runs after
 * the caller's permission has been checked, so that nobody gets an answer that they may no longer have.
 */
@Provider
@Priority(Priorities.USER)
@ApplicationScoped
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String UNDER_WAY = IdempotencyFilter.class.getName();
    private static final Set<String> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final int FIRST_FAULT_OF_OURS = 500;

    private final IdempotentRequests requests;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor
    public IdempotencyFilter() {
        this(null);
    }

    @Inject
    public IdempotencyFilter(IdempotentRequests requests) {
        this.requests = requests;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String given = request.getHeaderString(HEADER);
        var caller = request.getSecurityContext().getUserPrincipal();
        if (given == null || caller == null || !WRITES.contains(request.getMethod())) {
            return;
        }
        var key = new IdempotencyKey(caller.getName(), given);
        var body = new DigestedBody(request.getEntityStream());
        var known = requests.begin(
                key,
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath());
        if (known.isEmpty()) {
            request.setEntityStream(body);
            request.setProperty(UNDER_WAY, new UnderWay(key, body));
            return;
        }
        request.abortWith(again(known.get().answerTo(body.sha256())));
    }

    private static Response again(Answer answer) {
        var response = Response.status(answer.status()).header(REPLAYED, true);
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        byte[] body = answer.body();
        return body == null
                ? response.build()
                : response.type(answer.contentType()).entity(body).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(UNDER_WAY) instanceof UnderWay underWay)) {
            return;
        }
        if (response.getStatus() >= FIRST_FAULT_OF_OURS || response.getEntity() instanceof ShownOnce) {
            request.removeProperty(UNDER_WAY);
            requests.abandon(underWay.key());
        } else if (!response.hasEntity()) {
            request.removeProperty(UNDER_WAY);
            finish(underWay.answered(response), null);
        } else {
            request.setProperty(UNDER_WAY, underWay.answered(response));
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(UNDER_WAY) instanceof UnderWay underWay)) {
            context.proceed();
            return;
        }
        context.removeProperty(UNDER_WAY);
        var copy = new CopyingStream(context.getOutputStream());
        context.setOutputStream(copy);
        context.proceed();
        finish(underWay.withType(String.valueOf(context.getMediaType())), copy.copied());
    }

    private void finish(UnderWay underWay, byte @Nullable [] body) throws IOException {
        var answer = new Answer(underWay.status(), underWay.contentType(), underWay.location(), body);
        requests.finish(underWay.key(), underWay.body().sha256(), answer);
    }
}
