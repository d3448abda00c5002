package org.semblance.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.semblance.platform.web.TrustedProxies.Origin;

/** A request as its client sent it, before proxies passed it on. */
final class ForwardedRequest extends HttpServletRequestWrapper {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Origin origin;

    ForwardedRequest(HttpServletRequest request, Origin origin) {
        super(request);
        this.origin = origin;
    }

    @Override
    public String getRemoteAddr() {
        return origin.address();
    }

    @Override
    public String getRemoteHost() {
        return origin.address();
    }

    @Override
    public String getScheme() {
        return origin.scheme().orElseGet(super::getScheme);
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals("https");
    }

    @Override
    public String getServerName() {
        return origin.host().map(ForwardedRequest::name).orElseGet(super::getServerName);
    }

    @Override
    public int getServerPort() {
        boolean isTold = origin.host().isPresent() || origin.scheme().isPresent();
        return isTold ? port(origin.host().orElse("")) : super.getServerPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        int usual = isSecure() ? HTTPS : HTTP;
        String port = getServerPort() == usual ? "" : ":" + getServerPort();
        return new StringBuffer(getScheme() + "://" + getServerName() + port + getRequestURI());
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d+$", "");
    }

    private int port(String host) {
        String digits = host.substring(name(host).length());
        if (!digits.isEmpty()) {
            return Integer.parseInt(digits.substring(1));
        }
        return isSecure() ? HTTPS : HTTP;
    }
}
