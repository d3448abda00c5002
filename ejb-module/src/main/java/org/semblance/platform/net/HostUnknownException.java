package org.semblance.platform.net;

import org.semblance.platform.Problem;

/** The name of a host leads to no address, for now at least. */
public class HostUnknownException extends Problem {
    private static final long serialVersionUID = 1L;

    HostUnknownException(String host) {
        super(Kind.REFUSED, "host-unknown", "The host " + host + " has no address; check its name");
        names(host);
    }
}
