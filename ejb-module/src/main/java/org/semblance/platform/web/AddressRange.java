package org.semblance.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network addresses that begin with the same bits: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
final class AddressRange {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(text + " is no network address"))
                .getAddress();
        int length = address.length * Byte.SIZE;
        try {
            int bits = parts.length == 1 ? length : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > length) {
                throw new IllegalArgumentException(text + " has more bits than an address");
            }
            return new AddressRange(address, bits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no range of addresses", e);
        }
    }

    /** An address that is written in numbers; a name is never asked for. */
    static Optional<InetAddress> parse(String text) {
        boolean isNumeric = LITERAL.matcher(text).matches() && (text.indexOf(':') >= 0 || isDotted(text));
        if (!isNumeric) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isDotted(String text) {
        return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            if ((first[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
