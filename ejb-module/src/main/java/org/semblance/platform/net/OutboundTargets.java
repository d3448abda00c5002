package org.semblance.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.platform.InvalidInputException;

/**
 * Decides where the server goes when people tell it an address, so that nobody reaches through it what only the server
 * can reach: its own ports, the neighbours in its network, the metadata of a cloud.
 */
@ApplicationScoped
public class OutboundTargets {
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    private final OutboundSettings settings;
    private final Resolver resolver;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OutboundTargets() {
        this(null, null);
    }

    @Inject
    public OutboundTargets(OutboundSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    public OutboundTargets(OutboundSettings settings, Resolver resolver) {
        this.settings = settings;
        this.resolver = resolver;
    }

    /**
     * Looks at an address without looking its host up.
     *
     * @param field that the caller gave it in
     */
    public URI checkForm(String address, String field) {
        URI uri = parse(address, field);
        if (uri.getScheme() == null || !PORTS.containsKey(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException(field, field + " begins with https:// or http://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new InvalidInputException(field, field + " carries no user, password or fragment");
        }
        if (uri.getHost() == null || HostName.canonical(uri.getHost()).isEmpty()) {
            throw new InvalidInputException(
                    field,
                    field + " names a host: in ASCII, or as an address in its usual decimal or hexadecimal form");
        }
        if (!settings.allowsPort(port(uri)) && !isAllowedByName(uri)) {
            throw new InvalidInputException(
                    field, field + " uses the port " + port(uri) + ", which semblance.outbound.ports does not list");
        }
        return uri;
    }

    /** Looks the host up, and refuses it where one of its addresses is neither public nor allowed. */
    public OutboundTarget check(URI uri) {
        String host = host(checkForm(uri.toString(), "url"));
        List<InetAddress> addresses = addresses(host);
        boolean isAllowed = settings.allowsHost(host);
        for (InetAddress address : addresses) {
            if (!isAllowed && !PublicAddresses.include(address) && !settings.allowsAddress(address)) {
                throw new AddressRefusedException(host);
            }
        }
        return new OutboundTarget(uri, host, port(uri), addresses);
    }

    private List<InetAddress> addresses(String host) {
        try {
            var found = Arrays.asList(resolver.resolve(host));
            if (found.isEmpty()) {
                throw new HostUnknownException(host);
            }
            return found;
        } catch (UnknownHostException e) {
            throw new HostUnknownException(host);
        }
    }

    /** What is allowed by name or as an address may be called at any port. */
    private boolean isAllowedByName(URI uri) {
        String host = host(uri);
        boolean isAddress = HostName.isIpv4(host) || HostName.isIpv6(host);
        return settings.allowsHost(host)
                || (isAddress && addresses(host).stream().allMatch(settings::allowsAddress));
    }

    private static URI parse(String address, String field) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new InvalidInputException(field, field + " is no address: " + e.getReason());
        }
    }

    private static String host(URI uri) {
        return HostName.canonical(uri.getHost()).orElseThrow();
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0
                ? uri.getPort()
                : PORTS.getOrDefault(uri.getScheme().toLowerCase(Locale.ROOT), -1);
    }
}
