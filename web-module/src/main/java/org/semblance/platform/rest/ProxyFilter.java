package org.semblance.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.semblance.platform.web.TrustedProxies;
import org.semblance.platform.web.TrustedProxies.Headers;

/** Lets everything behind it see who sent a request, rather than the proxy that passed it on. */
@WebFilter(filterName = "proxy", urlPatterns = "/*", asyncSupported = true)
public class ProxyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient TrustedProxies proxies;

    @Inject
    public ProxyFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new ForwardedRequest(request, origin(proxies, request)), response);
    }

    /** Where a request came from first. */
    static TrustedProxies.Origin origin(TrustedProxies proxies, HttpServletRequest request) {
        var headers = new Headers(
                String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))),
                request.getHeader("X-Forwarded-Proto"),
                request.getHeader("X-Forwarded-Host"));
        return proxies.origin(request.getRemoteAddr(), headers);
    }
}
