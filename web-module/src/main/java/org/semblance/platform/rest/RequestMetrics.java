package org.semblance.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Times every request by method, route and status. A route is the template of a resource, never the address that was
 * asked for, so that nobody can make the server keep numbers without end.
 */
@Provider
@PreMatching
@Priority(0)
@ApplicationScoped
public class RequestMetrics implements ContainerRequestFilter, ContainerResponseFilter {
    static final String UNMATCHED = "unmatched";

    private static final String STARTED = RequestMetrics.class.getName();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Metadata TIMER = Metadata.builder()
            .withName("http_requests")
            .withDescription("Requests to the REST API, by method, route and status")
            .build();

    private final MetricRegistry registry;

    @Context
    private ResourceInfo resource;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RequestMetrics() {
        this(null);
    }

    @Inject
    public RequestMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STARTED) instanceof Long started) {
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            registry.timer(
                            TIMER,
                            new Tag("method", method),
                            new Tag("route", route(resource.getResourceClass(), resource.getResourceMethod())),
                            new Tag("status", Integer.toString(response.getStatus())))
                    .update(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** The template of a resource method's address. */
    static String route(@Nullable Class<?> resource, @Nullable Method method) {
        if (resource == null || method == null) {
            return UNMATCHED;
        }
        return "/" + RestApplication.PATH + segment(resource) + segment(method);
    }

    private static String segment(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }
}
