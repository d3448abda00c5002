package org.semblance.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the server may go when people tell it addresses. */
@ApplicationScoped
public class OutboundSettings {
    private static final int LAST_PORT = 65535;
    private static final String ANY_BELOW = "*.";

    private final List<AddressBlock> blocks;
    private final List<String> hosts;
    private final Set<Integer> ports;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OutboundSettings() {
        this.blocks = null;
        this.hosts = null;
        this.ports = null;
    }

    /**
     * @param allow blocks of addresses, and hosts, that are not public and may be called all the same
     * @param ports that may be called; whatever {@code allow} names may be called at any
     */
    @Inject
    public OutboundSettings(
            @ConfigProperty(name = "semblance.outbound.allow") Optional<List<String>> allow,
            @ConfigProperty(name = "semblance.outbound.ports", defaultValue = "80,443,8080,8443") List<Integer> ports) {
        List<String> entries = allow.orElse(List.of()).stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
        blocks = entries.stream()
                .filter(AddressBlock::isWritten)
                .map(AddressBlock::parse)
                .toList();
        hosts = entries.stream().filter(entry -> !AddressBlock.isWritten(entry)).toList();
        this.ports = Set.copyOf(ports);
        hosts.forEach(OutboundSettings::checkHost);
        if (ports.stream().anyMatch(port -> port < 1 || port > LAST_PORT)) {
            throw new IllegalArgumentException("semblance.outbound.ports lie between 1 and 65535, not " + ports);
        }
    }

    private static void checkHost(String entry) {
        String name = entry.startsWith(ANY_BELOW) ? entry.substring(ANY_BELOW.length()) : entry;
        if (HostName.canonical(name).isEmpty()) {
            throw new IllegalArgumentException(
                    "semblance.outbound.allow lists blocks (10.1.0.0/16), hosts and *.domains, not '" + entry + "'");
        }
    }

    boolean allowsHost(String host) {
        return hosts.stream()
                .anyMatch(
                        entry -> entry.startsWith(ANY_BELOW) ? host.endsWith(entry.substring(1)) : host.equals(entry));
    }

    boolean allowsAddress(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    boolean allowsPort(int port) {
        return ports.contains(port);
    }
}
