package org.semblance.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.RequestContext;

/**
 * Gives each request an id, the caller's own if it is a harmless one, that every log line, audit entry and problem of
 * the request carries. The client's address is the connection's: what a header claims counts only if the server is told
 * to believe its proxy.
 */
@WebFilter(filterName = "request-id", urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {
    static final String HEADER = "X-Request-Id";

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = RequestIdFilter.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of a request that has been through here, for what the container does with it afterwards. */
    static @Nullable String requestId(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = choose(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, requestId);
        response.setHeader(HEADER, requestId);
        RequestContext.begin(requestId, request.getRemoteAddr(), request.getHeader("User-Agent"));
        try {
            chain.doFilter(request, response);
        } finally {
            RequestContext.end();
        }
    }

    private static String choose(@Nullable String given) {
        return given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
