package org.semblance.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The addresses that one client has for sure: an IPv4 address, or the 64 bits of a network in IPv6. */
final class AddressBlock {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");
    private static final int NETWORK_BYTES = 8;

    private AddressBlock() {}

    static String of(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            return InetAddress.getByName(address.replaceFirst("%.*", "")) instanceof Inet6Address network
                    ? HexFormat.of().formatHex(network.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
