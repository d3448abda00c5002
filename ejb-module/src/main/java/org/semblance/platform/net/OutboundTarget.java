package org.semblance.platform.net;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * An address that was checked. Whoever connects goes to one of {@link #addresses}, and never looks the name up again:
 * the answer might be another one by then.
 *
 * @param host the name, for the certificate and the header Host
 * @param addresses where it is, best first
 */
public record OutboundTarget(URI uri, String host, int port, List<InetAddress> addresses) {

    public OutboundTarget {
        addresses = List.copyOf(addresses);
    }

    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }
}
