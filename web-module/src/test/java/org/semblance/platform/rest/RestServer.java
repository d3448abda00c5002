package org.semblance.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;
import org.jspecify.annotations.Nullable;

/** Resources behind the module's own filters and mappers, called in memory. */
public final class RestServer {
    private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();
    private final FakeExchange exchange = new FakeExchange();

    private @Nullable String caller;
    private Set<String> permissions = Set.of();

    public RestServer(Object... resources) {
        var providers = dispatcher.getProviderFactory();
        providers.registerProvider(ProblemMapper.class);
        providers.registerProvider(ViolationMapper.class);
        providers.registerProvider(JsonConfiguration.class);
        providers.registerProvider(BodyGuard.class);
        providers.registerProvider(NumberParameters.class);
        providers.registerProvider(MergePatchReader.class);
        providers.registerProvider(AccessFilter.class);
        providers.registerProvider(EntityTagFilter.class);
        for (Object resource : resources) {
            dispatcher.getRegistry().addSingletonResource(resource);
        }
    }

    public RestServer calledBy(String user, String... permissionsOfUser) {
        caller = user;
        permissions = Set.of(permissionsOfUser);
        return this;
    }

    /** What authentication found out. */
    public FakeExchange exchange() {
        return exchange;
    }

    public RestServer register(Object provider) {
        dispatcher.getProviderFactory().register(provider);
        return this;
    }

    public MockHttpResponse get(String path) {
        return send("GET", path, null);
    }

    public MockHttpResponse delete(String path) {
        return send("DELETE", path, null);
    }

    public MockHttpResponse post(String path, String json) {
        return send("POST", path, json);
    }

    public MockHttpResponse get(String path, Map<String, String> headers) {
        return send("GET", path, null, headers);
    }

    public MockHttpResponse put(String path, String json, Map<String, String> headers) {
        return send("PUT", path, json, headers);
    }

    public MockHttpResponse send(String method, String path, @Nullable String json) {
        return send(method, path, json, Map.of());
    }

    public MockHttpResponse send(String method, String path, @Nullable String json, Map<String, String> headers) {
        try {
            var request = MockHttpRequest.create(method, path);
            headers.forEach(request::header);
            if (json != null) {
                request.contentType(MediaType.APPLICATION_JSON_TYPE)
                        .content(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return send(request);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public MockHttpResponse send(MockHttpRequest request) {
        ResteasyContext.pushContext(SecurityContext.class, new Caller());
        ResteasyContext.pushContext(HttpServletRequest.class, exchange.request());
        var response = new MockHttpResponse();
        dispatcher.invoke(request, response);
        return response;
    }

    private final class Caller implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            String name = caller;
            return name == null ? null : () -> name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return permissions.contains(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "BEARER";
        }
    }
}
