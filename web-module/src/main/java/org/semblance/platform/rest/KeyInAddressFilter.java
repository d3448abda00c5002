package org.semblance.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses keys and tokens in addresses, which end up in logs and histories; nothing of them is written down here. */
@WebFilter(filterName = "key-in-address", urlPatterns = "/*", asyncSupported = true)
public class KeyInAddressFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern KEY = Pattern.compile("smb(_|%5[fF])[0-9A-Za-z]{8}(_|%5[fF])[0-9A-Za-z]{20}");
    private static final Pattern PARAMETER =
            Pattern.compile("(^|&)(x-api-key|api[-_]?key|access[-_]?token)=", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (holdsKey(request.getRequestURI()) || holdsKey(query) || namesKey(query)) {
            ProblemWriter.write(new KeyInAddressException(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean holdsKey(@Nullable String text) {
        return text != null && KEY.matcher(text).find();
    }

    private static boolean namesKey(@Nullable String query) {
        return query != null && PARAMETER.matcher(query).find();
    }
}
