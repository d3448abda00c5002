package org.semblance.platform.rest;

import org.semblance.platform.Problem;

/** A key or token is in the address, where every proxy and browser on the way has kept it. */
public class KeyInAddressException extends Problem {
    private static final long serialVersionUID = 1L;

    public KeyInAddressException() {
        super(
                Kind.INVALID,
                "key-in-address",
                "Send keys and tokens in a header, never in an address: take this one for leaked, and revoke it");
    }
}
