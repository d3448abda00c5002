package org.semblance.platform.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.semblance.platform.RequestContext;

/** Gives every request of the portal an id, which its log lines, audit entries and error notices carry. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = UUID.randomUUID().toString();
        RequestContext.begin(id, request.getRemoteAddr(), request.getHeader("User-Agent"));
        try {
            response.setHeader("X-Request-Id", id);
            chain.doFilter(request, response);
        } finally {
            RequestContext.end();
        }
    }
}
