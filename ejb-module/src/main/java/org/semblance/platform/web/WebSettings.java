package org.semblance.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which proxies are believed, which sites' scripts may call the API, and whether browsers come over TLS. */
@ApplicationScoped
public class WebSettings {
    private static final Duration LONGEST = Duration.ofDays(730);

    private final List<AddressRange> trustedProxies;
    private final Set<String> corsOrigins;
    private final boolean https;
    private final Duration hsts;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebSettings() {
        this.trustedProxies = null;
        this.corsOrigins = null;
        this.https = false;
        this.hsts = null;
    }

    @Inject
    public WebSettings(
            @ConfigProperty(name = "semblance.web.trusted-proxies") Optional<List<String>> trustedProxies,
            @ConfigProperty(name = "semblance.web.cors-origins") Optional<List<String>> corsOrigins,
            @ConfigProperty(name = "semblance.web.https", defaultValue = "false") boolean https,
            @ConfigProperty(name = "semblance.web.hsts", defaultValue = "P365D") Duration hsts) {
        this.trustedProxies =
                trustedProxies.orElse(List.of()).stream().map(AddressRange::of).toList();
        this.corsOrigins =
                corsOrigins.orElse(List.of()).stream().map(WebSettings::origin).collect(Collectors.toUnmodifiableSet());
        this.https = https;
        this.hsts = hsts;
        if (hsts.isNegative() || hsts.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.web.hsts lies between PT0S and P730D");
        }
    }

    List<AddressRange> trustedProxies() {
        return trustedProxies;
    }

    /** Whether scripts of that site may call the API with a token of their own. */
    public boolean allowsOrigin(String origin) {
        return corsOrigins.contains(origin);
    }

    /** Whether browsers come over TLS, so that cookies are for TLS only. */
    public boolean isHttps() {
        return https;
    }

    /** How long browsers shall come over TLS only; zero says nothing of it. */
    public Duration hsts() {
        return hsts;
    }

    /** Exactly what browsers send: a star, which lets everybody in, is none. */
    private static String origin(String text) {
        String origin = text.strip().toLowerCase(Locale.ROOT);
        URI uri = URI.create(origin.equals("*") ? "" : origin);
        boolean isOrigin = uri.getHost() != null
                && origin.equals(uri.getScheme() + "://" + uri.getAuthority())
                && Set.of("http", "https").contains(uri.getScheme())
                && uri.getUserInfo() == null;
        if (!isOrigin) {
            throw new IllegalArgumentException(
                    "semblance.web.cors-origins: '" + text + "' is no origin such as https://app.example.com");
        }
        return origin;
    }
}
