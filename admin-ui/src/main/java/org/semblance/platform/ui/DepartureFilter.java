package org.semblance.platform.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Gives the container a browser's departure as it came. Vaadin wraps it, and the container would log an accident with
 * its stack trace for each picture of a page that somebody has left.
 */
@WebFilter(filterName = "departure", urlPatterns = "/*", asyncSupported = true)
public class DepartureFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            Optional<IOException> departure = Departure.behind(e);
            if (departure.isPresent()) {
                throw departure.get();
            }
            throw e;
        }
    }
}
