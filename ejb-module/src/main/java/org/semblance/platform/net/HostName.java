package org.semblance.platform.net;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The spellings of hosts that are let through: names of the DNS, and addresses in their one usual form. */
final class HostName {
    private static final Pattern BYTE_LIKE = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");
    private static final int LONGEST = 253;
    private static final int LARGEST_BYTE = 255;

    private HostName() {}

    /** The host as it is looked up: lower case, without brackets; empty where it is spelt in any odd way. */
    static Optional<String> canonical(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        if (plain.startsWith("[") && plain.endsWith("]")) {
            String address = plain.substring(1, plain.length() - 1);
            return isIpv6(address) ? Optional.of(address) : Optional.empty();
        }
        String name = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        return isIpv4(name) || isName(name) ? Optional.of(name) : Optional.empty();
    }

    /** Four decimal numbers; octal, hexadecimal and shortened forms mean different things to different programs. */
    static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (!BYTE_LIKE.matcher(part).matches() || Integer.parseInt(part) > LARGEST_BYTE) {
                return false;
            }
        }
        return true;
    }

    /** Without a zone, which names an interface of this machine. */
    static boolean isIpv6(String text) {
        return text.contains(":") && IPV6.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        String[] labels = text.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !NUMBER.matcher(labels[labels.length - 1]).matches();
    }
}
