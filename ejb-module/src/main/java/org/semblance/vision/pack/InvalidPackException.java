package org.semblance.vision.pack;

import org.semblance.platform.Problem;

/** A model pack breaks a rule; the message names the file and the rule. */
public class InvalidPackException extends Problem {
    private static final long serialVersionUID = 1L;

    public InvalidPackException(String message) {
        super(Kind.REFUSED, "model-pack-invalid", message);
    }

    public InvalidPackException(String message, Throwable cause) {
        super(Kind.REFUSED, "model-pack-invalid", message, cause);
    }
}
