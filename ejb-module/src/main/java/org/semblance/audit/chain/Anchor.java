package org.semblance.audit.chain;

import java.time.LocalDate;
import java.util.HexFormat;

/** How far the chain of a month had come, and the seal that it ended with. */
public record Anchor(LocalDate month, long position, byte[] seal) {

    /** The seal in a form that people can compare. */
    public String sealText() {
        return HexFormat.of().formatHex(seal);
    }
}
