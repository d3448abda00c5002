package org.semblance.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request that came through proxies. Each proxy adds to X-Forwarded-For whom it heard, so the list is
 * read from its end, and only for as long as whoever added an address is believed: what a client wrote there itself comes
 * before, and counts for nothing.
 */
@ApplicationScoped
public class TrustedProxies {
    private static final Pattern WITH_PORT = Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+|\\[([^]]+)](?::\\d+)?");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final List<AddressRange> trusted;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TrustedProxies() {
        this.trusted = null;
    }

    @Inject
    public TrustedProxies(WebSettings settings) {
        this.trusted = settings.trustedProxies();
    }

    /** What the headers of a request say; null where one is missing. */
    public record Headers(
            @Nullable String forwardedFor,
            @Nullable String proto,
            @Nullable String host) {}

    /** Who sent a request, and what address they had asked for where a proxy tells. */
    public record Origin(String address, Optional<String> scheme, Optional<String> host) {}

    /**
     * Who sent a request.
     *
     * @param peer the address that the connection came from
     */
    public Origin origin(String peer, Headers headers) {
        if (!isTrusted(peer)) {
            return new Origin(peer, Optional.empty(), Optional.empty());
        }
        return new Origin(
                client(peer, headers.forwardedFor()),
                last(headers.proto()).filter(SCHEMES::contains),
                last(headers.host()).filter(host -> HOST.matcher(host).matches()));
    }

    private String client(String peer, @Nullable String forwardedFor) {
        String client = peer;
        String[] hops = forwardedFor == null ? new String[0] : forwardedFor.split(",", -1);
        for (int hop = hops.length - 1; hop >= 0 && isTrusted(client); hop--) {
            Optional<InetAddress> heard = AddressRange.parse(bare(hops[hop].strip()));
            if (heard.isEmpty()) {
                return client;
            }
            client = heard.get().getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return AddressRange.parse(address)
                .map(found -> trusted.stream().anyMatch(range -> range.contains(found)))
                .orElse(false);
    }

    private static String bare(String hop) {
        var matcher = WITH_PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** What the nearest proxy says. */
    private static Optional<String> last(@Nullable String list) {
        return Optional.ofNullable(list)
                .map(text -> text.substring(text.lastIndexOf(',') + 1).strip());
    }
}
