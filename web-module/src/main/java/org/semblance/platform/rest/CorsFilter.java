package org.semblance.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.semblance.platform.web.WebSettings;

/**
 * Lets scripts of the configured sites call the API with a token of their own. Cookies are never asked for and count for
 * nothing here; other sites get no word that a browser would take for a yes.
 */
@WebFilter(filterName = "cors", urlPatterns = "/api/*", asyncSupported = true)
public class CorsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Accept, If-Match, If-None-Match, Idempotency-Key, X-Request-Id, X-Api-Key";
    private static final String RESPONSE_HEADERS = "ETag, Location, Retry-After, X-Request-Id, Content-Disposition";
    private static final String MAX_AGE = "600";

    private final transient WebSettings settings;

    @Inject
    public CorsFilter(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        boolean isPreflight = request.getMethod().equals("OPTIONS")
                && origin != null
                && request.getHeader("Access-Control-Request-Method") != null;
        response.addHeader("Vary", "Origin");
        if (origin != null && settings.allowsOrigin(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", RESPONSE_HEADERS);
            if (isPreflight) {
                response.setHeader("Access-Control-Allow-Methods", METHODS);
                response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
                response.setHeader("Access-Control-Max-Age", MAX_AGE);
            }
        }
        if (isPreflight) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }
}
