package org.semblance.platform.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet, by the registries of special-purpose addresses (RFC 6890). What embeds
 * another address (mapped, NAT64, 6to4, Teredo) counts as special, for it may lead anywhere.
 */
final class PublicAddresses {
    private static final List<AddressBlock> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(AddressBlock::parse)
            .toList();

    /** All that is in use of IPv6 lies in here; loopback, ULA, link-local, multicast, mapped and NAT64 do not. */
    private static final AddressBlock IPV6_UNICAST = AddressBlock.parse("2000::/3");

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        return (address instanceof Inet4Address || IPV6_UNICAST.contains(address))
                && SPECIAL.stream().noneMatch(block -> block.contains(address));
    }
}
