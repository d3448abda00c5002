package org.semblance.platform.net;

import org.semblance.platform.Problem;

/** The server does not go where it was told to. */
public class AddressRefusedException extends Problem {
    private static final long serialVersionUID = 1L;

    AddressRefusedException(String host) {
        super(
                Kind.REFUSED,
                "address-refused",
                "The host " + host
                        + " is not on the public Internet; an operator may allow it by semblance.outbound.allow");
        names(host);
    }
}
