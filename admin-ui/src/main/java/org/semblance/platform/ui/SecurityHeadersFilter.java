package org.semblance.platform.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.semblance.platform.web.WebSettings;

/** Tells the browser to load nothing from elsewhere, to show the portal in no frame and to keep nothing of it. */
@WebFilter(filterName = "security-headers", urlPatterns = "/*", asyncSupported = true)
public class SecurityHeadersFilter extends HttpFilter {
    private static final List<String> STATIC = List.of("/VAADIN/", "/styles/", "/icons/", "/scripts/", "/charts/");
    private static final String DYNAMIC = "/VAADIN/dynamic/";
    private static final long serialVersionUID = 1L;

    private final transient WebSettings settings;

    @Inject
    public SecurityHeadersFilter(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", ContentPolicy.withoutInlineScripts());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure() && !settings.hsts().isZero()) {
            response.setHeader(
                    "Strict-Transport-Security", "max-age=" + settings.hsts().toSeconds());
        }
        if (!isStatic(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    private static boolean isStatic(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return STATIC.stream().anyMatch(path::startsWith) && !path.startsWith(DYNAMIC);
    }
}
