package org.semblance.identity.oidc;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where secrets may be sent: over TLS, or within this machine. */
final class SecureAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SecureAddress() {}

    static boolean isSecure(@Nullable String text) {
        if (text == null) {
            return false;
        }
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
    }
}
