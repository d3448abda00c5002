package org.semblance.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits, written as in {@code 10.0.0.0/8} and {@code fc00::/7}.
 *
 * @param first bits of the block, as an address
 * @param length how many of them count
 */
record AddressBlock(InetAddress first, int length) {

    /** A block, or a single address where no length is given; never a name that would have to be looked up. */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress first = literal(address);
        int bits = first.getAddress().length * Byte.SIZE;
        try {
            int length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            if (length < 0 || length > bits) {
                throw new IllegalArgumentException("'" + text + "' has more bits than an address");
            }
            return new AddressBlock(first, length);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no block of addresses, such as 10.0.0.0/8", e);
        }
    }

    /** Whether an entry of the configuration means addresses, and not a host. */
    static boolean isWritten(String text) {
        return HostName.isIpv4(text.replaceFirst("/.*", "")) || text.contains(":");
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress literal(String address) {
        try {
            if (HostName.isIpv4(address) || HostName.isIpv6(address)) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + address + "' is no address", e);
        }
        throw new IllegalArgumentException("'" + address + "' is no address");
    }
}
